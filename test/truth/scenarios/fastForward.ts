import { land, start } from '../forge.ts';
import { fetchHub, pull } from '../history.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A branch waits for its review; then the default branch is moved forward to it, and no commit says when that was. */
export const fastForward: Scenario = {
  name: 'fast-forward of a reviewed branch',
  async play(world) {
    await start(world);
    await featureBranch(world);
    later(world, world.random.int(9, 40));
    await land(world, 'feature', 'rebase');
    await fetchHub(world, world.me);
    await pull(world, world.me, 'main');
    await aftermath(world);
  },
};
