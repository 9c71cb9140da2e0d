import { insert } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { copy, removeCopied } from '../reshape.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

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

/** A file is copied in a commit that touches it; in a later one, on the default branch or a branch, the original goes, whole or in part. */
export const copyOutlives: Scenario = {
  name: 'copy that outlives its original',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'copies');
    copy(world, me, 'src/store.ts', 'src/storeCopy.ts');
    insert(world, me, 'me', 'src/store.ts', 1);
    await commit(world, me);
    const inBranch = world.random.chance(0.5);
    if (!inBranch) {
      await push(world, me);
      await land(world, 'copies', world.random.pick(['merge', 'squash']));
      await pull(world, me, 'main');
      later(world, world.random.int(1, 20));
    }
    const lines = me.tree.get('src/store.ts')?.lines.length ?? 0;
    // copied and gone in what comes to the default branch at once is a new name
    const from = !inBranch && world.random.chance(0.5) ? 0 : Math.floor(lines / 2);
    removeCopied(world, me, 'src/store.ts', from, lines - from, 'src/storeCopy.ts');
    await commit(world, me);
    await push(world, me);
    if (inBranch) await land(world, 'copies', world.random.pick(['merge', 'squash']));
    await pull(world, me, 'main');
    later(world, world.random.int(1, 50));
  },
};
