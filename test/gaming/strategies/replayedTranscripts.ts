import type { Strategy } from '../strategy.ts';

export const replayedTranscripts: Strategy = {
  name: 'replayed transcripts',
  what: 'The logs of the week are copied five times, as other sessions and into other homes.',
  play: (week) => week,
  engineCheck: 'a contribution read twice is one contribution, and overlapping times are a union',
};
