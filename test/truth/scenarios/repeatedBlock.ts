import { repeatBlock } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** An agent writes blocks that are in the repository once more elsewhere: the teammate's, and later its own. */
export const repeatedBlock: Scenario = {
  name: 'block written once more',
  async play(world) {
    await start(world, { size: 44, files: ['src/store.ts', 'src/cache.ts', 'src/routes.ts', 'server/queue.go'] });
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 2);
    repeatBlock(world, me, { path: 'src/store.ts', count: 12, of: 'plain' }, 'src/cache.ts');
    repeatBlock(world, me, { path: 'server/queue.go', count: 14, of: 'plain' }, 'server/again.go');
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', world.random.pick(['merge', 'squash', 'rebase']));
    await pull(world, me, 'main');
    await branch(world, me, 'more');
    repeatBlock(world, me, { path: 'server/again.go', count: 12, of: 'ai' }, 'server/queue.go');
    await commit(world, me);
    await push(world, me);
    await land(world, 'more', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
