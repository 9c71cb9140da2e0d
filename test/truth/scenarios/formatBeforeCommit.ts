import { land, start } from '../forge.ts';
import { branch, commit, push } from '../history.ts';
import { reindent, reshape, wrapAt } from '../reshape.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A formatter runs between the agent's edit and the commit. */
export const formatBeforeCommit: Scenario = {
  name: 'formatter before commit',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 2, ['src/store.ts']);
    agentWork(world, me, 2, ['server/queue.go']);
    reshape(world, me, 'src/store.ts', reindent);
    reshape(world, me, 'server/queue.go', wrapAt(70));
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'squash');
    await aftermath(world);
  },
};
