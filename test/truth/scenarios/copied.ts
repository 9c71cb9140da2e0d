import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { copy } from '../reshape.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A file with an agent's lines is copied; the lines of the first stay what they are. */
export const copied: Scenario = {
  name: 'copy',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'squash');
    await pull(world, me, 'main');
    await branch(world, me, 'copies');
    copy(world, me, 'src/store.ts', 'src/storeCopy.ts');
    await commit(world, me);
    await push(world, me);
    await land(world, 'copies', 'merge');
    await aftermath(world);
  },
};
