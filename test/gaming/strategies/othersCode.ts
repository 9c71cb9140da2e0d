import type { Strategy } from '../strategy.ts';

export const othersCode: Strategy = {
  name: "claiming others' code",
  what: "Lines of a colleague's squash merge are claimed as one's own agent's.",
  play: (week) => week,
  engineCheck: "commits by someone else match only where they carry most of an episode's open lines",
};
