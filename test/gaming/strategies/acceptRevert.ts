import type { Strategy } from '../strategy.ts';
import { addDeadLines, scaleHours } from '../world/scale.ts';

export const acceptRevert: Strategy = {
  name: 'accept, then revert',
  what: 'As much again is accepted, committed and reverted within the day.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...addDeadLines(episode, episode.aiLines), hours: scaleHours(episode.hours, { waiting: 1.5 }) })), hand }),
  engineCheck: 'a reverted line is dead (`reverted`); one reverted before any commit is `dropped`',
};
