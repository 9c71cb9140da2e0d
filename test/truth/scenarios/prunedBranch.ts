import { land, start } from '../forge.ts';
import { fetchHub } from '../history.ts';
import { aftermath, featureBranch, reviewRound } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The merged branch is deleted and pruned before anyone looked: its reflog, the evidence of the push, is gone. */
export const prunedBranch: Scenario = {
  name: 'pruned branch',
  async play(world) {
    await start(world);
    await featureBranch(world, 'feature', 1);
    await reviewRound(world, 'feature', 'me');
    await land(world, 'feature', 'merge', { deleteBranch: true });
    await fetchHub(world, world.me, true);
    await aftermath(world, 1);
  },
};
