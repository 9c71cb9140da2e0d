import { insert } from '../edits.ts';
import { land, mateOnMain, start } from '../forge.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A pull request rebased onto the default branch by the forge. */
export const rebaseMerge: Scenario = {
  name: 'rebase merge',
  async play(world) {
    await start(world);
    await featureBranch(world, 'feature', 2);
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'server/queue.go', 5); });
    await land(world, 'feature', 'rebase');
    await aftermath(world);
  },
};
