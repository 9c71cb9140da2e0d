import type { Strategy } from '../strategy.ts';
import { scaleAiLines } from '../world/scale.ts';

export const paddingTen: Strategy = {
  name: 'padding times ten',
  what: 'Every change is ten times as long as it needs to be, and all of it survives.',
  padding: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => scaleAiLines(episode, 10)), hand }),
  engineCheck: null,
};
