import { land, start } from '../forge.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The teammate squashes my branch under their own name. */
export const mateSquash: Scenario = {
  name: 'squash by the teammate',
  async play(world) {
    await start(world);
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'squash', { author: 'mate', deleteBranch: true });
    await aftermath(world);
  },
};
