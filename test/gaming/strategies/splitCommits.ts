import type { Strategy } from '../strategy.ts';

export const splitCommits: Strategy = {
  name: 'splitting into commits',
  what: 'Each change is committed in eight pieces.',
  play: (week) => week,
  engineCheck: 'an episode is a branch and a day: the number of commits in it appears nowhere',
};
