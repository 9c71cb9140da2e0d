import { edit } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { rename } from '../reshape.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A file with an agent's lines gets another name, then another folder with a few words changed. */
export const renamed: Scenario = {
  name: 'rename',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'names');
    rename(world, me, 'src/store.ts', 'src/ledger.ts');
    await commit(world, me);
    rename(world, me, 'server/queue.go', 'backend/jobs.go');
    edit(world, me, 'me', { count: 1, of: 'ai', path: 'backend/jobs.go' });
    await commit(world, me);
    await push(world, me);
    later(world, 4);
    await land(world, 'names', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
