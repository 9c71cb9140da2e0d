import type { Strategy } from '../strategy.ts';
import { hoursOf } from '../world/simulatedPerson.ts';

export const forgedTimes: Strategy = {
  name: 'forged times',
  what: 'Half of the transcripts are rewritten so that all of it happens in one moment.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode, at) => (at % 2 === 0 ? { ...episode, timeGrade: 'reconstructed' as const, hours: hoursOf({}) } : episode)), hand }),
  engineCheck: 'a session whose edits take no time has no time, and its episode is in no hours',
};
