import { start } from '../forge.ts';
import { branch, commit } from '../history.ts';
import { agentWork, changeSome } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A branch that never leaves the machine. */
export const neverPushed: Scenario = {
  name: 'never pushed branch',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'attempt');
    agentWork(world, me, 3);
    await commit(world, me);
    later(world, 1);
    changeSome(world, me, 'me', 2);
    await commit(world, me);
  },
};
