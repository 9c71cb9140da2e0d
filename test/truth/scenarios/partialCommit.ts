import { start } from '../forge.ts';
import { commit, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** Of several pieces only the first are added to a commit (`git add -p`); the others come a day later. */
export const partialCommit: Scenario = {
  name: 'partial commit',
  async play(world) {
    await start(world);
    const { me } = world;
    agentWork(world, me, 2, ['src/store.ts', 'server/queue.go']);
    const some = me.tree;
    agentWork(world, me, 2, ['src/store.ts', 'server/queue.go']);
    await commit(world, me, { only: some });
    later(world, 1);
    await commit(world, me);
    await push(world, me);
    await aftermath(world);
  },
};
