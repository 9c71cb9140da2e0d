import { start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { cherryPick as pick } from '../integrate.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** One commit of a branch is picked onto the default branch; the branch stays unmerged. */
export const cherryPick: Scenario = {
  name: 'cherry-pick',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 2, ['src/store.ts']);
    const wanted = await commit(world, me);
    agentWork(world, me, 2, ['server/queue.go']);
    await commit(world, me);
    await push(world, me);
    later(world, 2);
    await pull(world, me, 'main');
    await pick(world, me, wanted);
    await push(world, me);
    await aftermath(world);
  },
};
