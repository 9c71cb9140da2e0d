import type { Strategy } from '../strategy.ts';
import { scaleAiLines } from '../world/scale.ts';

export const trailingComments: Strategy = {
  name: 'comments at the ends of lines',
  what: 'Code and comment in one line, the code wrapped over twice the lines.',
  padding: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => scaleAiLines(episode, 2)), hand }),
  engineCheck: null,
};
