import { land, start } from '../forge.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A clone with the newest commit only. */
export const shallow: Scenario = {
  name: 'shallow clone',
  async play(world) {
    await start(world, { clone: 'shallow' });
    await featureBranch(world);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
