import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { moveTail } from '../reshape.ts';
import { aftermath, agentWork, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The last third of a file becomes a file of its own. */
export const fileSplit: Scenario = {
  name: 'file split',
  async play(world) {
    await start(world, { files: ['src/store.ts', 'server/queue.go'] });
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    agentWork(world, me, 2);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'split');
    const lines = me.tree.get('src/store.ts')?.lines.length ?? 0;
    const count = Math.floor(lines / 3);
    moveTail(world, me, 'src/store.ts', lines - count, count, 'src/storeMore.ts');
    await commit(world, me);
    await push(world, me);
    await land(world, 'split', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
