import { land, start } from '../forge.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A pull request squashed by the forge: the branch's commits and their ids do not come to the default branch. */
export const squashMerge: Scenario = {
  name: 'squash merge',
  async play(world) {
    await start(world);
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'squash', { deleteBranch: world.random.chance(0.5) });
    await aftermath(world);
  },
};
