import { land, start } from '../forge.ts';
import { checkout, commitOf, pull, push } from '../history.ts';
import { revert } from '../integrate.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A squashed pull request is reverted on the default branch, by me or by the teammate. */
export const reverted: Scenario = {
  name: 'revert',
  async play(world) {
    await start(world);
    await featureBranch(world, 'feature', 1);
    await land(world, 'feature', 'squash');
    const bad = commitOf(world, world.hub.head);
    await featureBranch(world, 'second', 1);
    await land(world, 'second', world.random.pick(['squash', 'merge']));
    later(world, world.random.pick([1, 18, 33]));
    if (world.random.chance(0.5)) {
      await pull(world, world.me, 'main');
      await revert(world, world.me, bad);
      await push(world, world.me);
    } else {
      await checkout(world, world.hub, 'main');
      await revert(world, world.hub, bad);
    }
    await aftermath(world, 1);
  },
};
