import { land, start } from '../forge.ts';
import { branch, commit, push } from '../history.ts';
import { agentWork, aftermath, changeSome } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A commit is amended, with further work and with some of its lines changed. */
export const amend: Scenario = {
  name: 'amend',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me);
    await commit(world, me);
    agentWork(world, me, 1);
    changeSome(world, me, 'me', 1);
    await commit(world, me, { amend: true });
    await push(world, me);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
