import { moveBlock } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Blocks go to another place of their file, in the branch's own later commit or after its merge. */
export const moveInside: Scenario = {
  name: 'block move inside a file',
  async play(world) {
    await start(world, { size: 44 });
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'order');
    for (const path of ['src/store.ts', 'server/queue.go', 'tools/report.py']) moveBlock(world, me, { path, count: world.random.int(4, 5), of: 'ai' });
    await commit(world, me);
    await push(world, me);
    await land(world, 'order', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
