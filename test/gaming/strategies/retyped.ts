import type { Strategy } from '../strategy.ts';
import { scaleAiLines } from '../world/scale.ts';

export const retyped: Strategy = {
  name: 'AI text retyped or pasted as own',
  what: 'Half of the AI text is pasted by hand, so that its origin is not seen.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...scaleAiLines(episode, 0.5), unknownLines: episode.aiLines * 0.5 })), hand }),
  engineCheck: 'text inserted at once without an agent is of unknown origin and in no baseline',
};
