import { start } from '../forge.ts';
import { commit, push } from '../history.ts';
import { agentWork, aftermath, changeSome } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** Commits straight on the default branch: merged when committed, no review. */
export const direct: Scenario = {
  name: 'direct commits to the default branch',
  async play(world) {
    await start(world);
    const { me } = world;
    for (let i = 0; i < 3; i++) {
      agentWork(world, me, 2);
      if (i > 0) changeSome(world, me, 'me', 1);
      await commit(world, me);
      later(world, 2);
    }
    await push(world, me);
    await aftermath(world);
  },
};
