import { land, start } from '../forge.ts';
import { checkout, pull } from '../history.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Two branches from the same commit, merged one after the other. */
export const parallelBranches: Scenario = {
  name: 'parallel branches',
  async play(world) {
    await start(world, { size: 50 });
    await featureBranch(world, 'left', 1);
    await checkout(world, world.me, 'main');
    await featureBranch(world, 'right', 1);
    await land(world, 'left', world.random.pick(['merge', 'squash']));
    await land(world, 'right', 'merge');
    await pull(world, world.me, 'main');
    await aftermath(world);
  },
};
