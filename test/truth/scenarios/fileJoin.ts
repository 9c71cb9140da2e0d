import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { moveTail } from '../reshape.ts';
import { aftermath, agentWork, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A whole file goes to the end of another one. */
export const fileJoin: Scenario = {
  name: 'file join',
  async play(world) {
    await start(world, { files: ['src/store.ts', 'src/cache.ts'] });
    const { me } = world;
    await featureBranch(world, 'feature', 1);
    agentWork(world, me, 2, ['src/cache.ts']);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'join');
    moveTail(world, me, 'src/cache.ts', 0, me.tree.get('src/cache.ts')?.lines.length ?? 0, 'src/store.ts');
    await commit(world, me);
    await push(world, me);
    await land(world, 'join', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
