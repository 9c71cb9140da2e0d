import type { Strategy } from '../strategy.ts';
import { addDeadLines, scaleHours } from '../world/scale.ts';

export const regenerate: Strategy = {
  name: 'delete and regenerate',
  what: 'Each change is committed, deleted, generated again and committed, twice over.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...addDeadLines(episode, 2 * episode.aiLines), hours: scaleHours(episode.hours, { prompting: 1.5, waiting: 2 }) })), hand }),
  engineCheck: 'a line deleted and written anew is a death and a new line, or the same line: never two living lines',
};
