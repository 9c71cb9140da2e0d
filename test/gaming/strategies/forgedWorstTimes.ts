import { totalHours } from '../../../src/value/inputs.ts';
import type { Strategy } from '../strategy.ts';
import { hoursOf } from '../world/simulatedPerson.ts';

export const forgedWorstTimes: Strategy = {
  name: 'times of the worst half forged',
  what: 'The transcripts of the half with the fewest lines an hour are rewritten so that all of it happens in one moment.',
  openResidual: true,
  play: ({ ai, hand }) => {
    const worst = ai.toSorted((a, b) => a.aiLines / totalHours(a.hours) - b.aiLines / totalHours(b.hours)).slice(0, ai.length / 2);
    return { ai: ai.map((episode) => (worst.includes(episode) ? { ...episode, timeGrade: 'reconstructed' as const, hours: hoursOf({}) } : episode)), hand };
  },
  engineCheck: 'a session whose edits take no time has no time',
};
