import type { Strategy } from '../strategy.ts';
import { scaleAiLines } from '../world/scale.ts';

export const paddingThree: Strategy = {
  name: 'padding times three',
  what: 'Every change is three times as long as it needs to be, and all of it survives.',
  padding: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => scaleAiLines(episode, 3)), hand }),
  engineCheck: null,
};
