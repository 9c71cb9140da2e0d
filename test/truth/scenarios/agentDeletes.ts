import { remove } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** An agent takes away lines it wrote weeks before, and lines of others, with nothing in their place. */
export const agentDeletes: Scenario = {
  name: 'deletion by an agent',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    later(world, world.random.pick([3, 20]));
    await pull(world, me, 'main');
    await branch(world, me, 'clean');
    for (let i = 0; i < 3; i++) remove(world, me, 'ai', { count: world.random.int(1, 4), of: 'ai' });
    remove(world, me, 'ai', { count: 2, of: 'plain' });
    await commit(world, me);
    await push(world, me);
    await land(world, 'clean', world.random.pick(['merge', 'squash']));
    await aftermath(world, 1);
  },
};
