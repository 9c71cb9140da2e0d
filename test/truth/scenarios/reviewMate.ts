import { land, start } from '../forge.ts';
import { aftermath, featureBranch, reviewRound } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** After the first push some lines are changed, before the merge. */
export const reviewMate: Scenario = {
  name: 'review changes by someone else',
  async play(world) {
    await start(world);
    await featureBranch(world, 'feature', 2);
    await reviewRound(world, 'feature', 'mate');
    await land(world, 'feature', world.random.pick(['merge', 'squash', 'rebase']));
    await aftermath(world, 1);
  },
};
