import type { Strategy } from '../strategy.ts';

export const aiOnly: Strategy = {
  name: 'AI-only repositories',
  what: 'No line is written by hand in the week, so that no pace can be learnt from it.',
  play: ({ ai }) => ({ ai, hand: [] }),
  engineCheck: 'the own pace is learnt from all repositories of the ledger',
};
