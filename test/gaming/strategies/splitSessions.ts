import type { Strategy } from '../strategy.ts';

export const splitSessions: Strategy = {
  name: 'splitting into sessions',
  what: 'Each change is made in five agent sessions.',
  play: (week) => week,
  engineCheck: 'a session appears in no episode, and attended time of several sessions is a union',
};
