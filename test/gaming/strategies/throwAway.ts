import type { Strategy } from '../strategy.ts';
import { abandoned } from '../world/pieces.ts';

export const throwAway: Strategy = {
  name: 'throw-away generation',
  what: "Ten times the week's lines are generated on top and never committed; prompting and waiting take time.",
  play: ({ ai, hand }) => ({ ai: [...ai, ...ai.map((episode) => ({ ...episode, ...abandoned(episode, 10 * episode.aiLines), id: `${episode.id}/thrown` }))], hand }),
  engineCheck: 'what reaches no commit is `dropped`; a branch and day of which nothing reached one is an abandoned episode',
};
