import { land, mateOnMain, start } from '../forge.ts';
import { insert } from '../edits.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A pull request merged with a merge commit, after the default branch went on. */
export const mergeCommit: Scenario = {
  name: 'merge commit',
  async play(world) {
    await start(world);
    await featureBranch(world);
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'src/store.ts', 4); });
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
