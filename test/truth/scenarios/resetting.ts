import { land, start } from '../forge.ts';
import { branch, commit, headOf, push } from '../history.ts';
import { reset } from '../integrate.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** One commit is thrown away by a hard reset; two others become one after a soft reset. */
export const resetting: Scenario = {
  name: 'reset',
  async play(world) {
    await start(world);
    const { me } = world;
    const base = headOf(world, me);
    await branch(world, me, 'feature');
    agentWork(world, me, 2);
    await commit(world, me);
    await reset(world, me, 'hard', base);
    for (let i = 0; i < 2; i++) {
      agentWork(world, me, 2);
      await commit(world, me);
    }
    await reset(world, me, 'soft', base);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
