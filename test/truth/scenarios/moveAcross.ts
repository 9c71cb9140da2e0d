import { moveBlock } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Blocks go to another file, one that exists. */
export const moveAcross: Scenario = {
  name: 'block move across files',
  async play(world) {
    await start(world, { files: ['src/store.ts', 'src/cache.ts', 'server/queue.go'] });
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'squash');
    await pull(world, me, 'main');
    await branch(world, me, 'places');
    moveBlock(world, me, { path: 'src/store.ts', count: world.random.int(4, 6), of: 'ai' }, 'src/cache.ts');
    moveBlock(world, me, { path: 'src/cache.ts', count: 4, of: 'ai' }, 'src/store.ts');
    await commit(world, me);
    await push(world, me);
    await land(world, 'places', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
