import type { Strategy } from '../strategy.ts';
import { scaleAiLines } from '../world/scale.ts';

export const paddingSome: Strategy = {
  name: 'padding by half',
  what: 'Every change is half as long again as it needs to be, and all of it survives.',
  padding: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => scaleAiLines(episode, 1.5)), hand }),
  engineCheck: null,
};
