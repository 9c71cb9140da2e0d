import { land, start } from '../forge.ts';
import { checkout, commitOf } from '../history.ts';
import { revert } from '../integrate.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A pull request is reverted, and the revert is reverted: the same lines live again. */
export const revertOfRevert: Scenario = {
  name: 'revert of a revert',
  async play(world) {
    await start(world);
    const { hub } = world;
    await featureBranch(world, 'feature', 1);
    await land(world, 'feature', world.random.pick(['squash', 'merge']));
    const merged = commitOf(world, hub.head);
    later(world, 2);
    await checkout(world, hub, 'main');
    const undone = await revert(world, hub, merged);
    later(world, 3);
    await revert(world, hub, undone);
    await aftermath(world);
  },
};
