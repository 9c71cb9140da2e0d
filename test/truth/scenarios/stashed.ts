import { insert } from '../edits.ts';
import { mateOnMain, start } from '../forge.ts';
import { commit, pull, push } from '../history.ts';
import { stash, unstash } from '../integrate.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** Work is stashed, the default branch fetched, the work taken back and committed; other work stays in a stash. */
export const stashed: Scenario = {
  name: 'stash',
  async play(world) {
    await start(world);
    const { me } = world;
    agentWork(world, me, 3);
    await stash(world, me);
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'src/store.ts', 3); });
    await pull(world, me, 'main');
    await unstash(world, me);
    await commit(world, me);
    await push(world, me);
    await aftermath(world, 1);
    await pull(world, me, 'main');
    later(world, 1);
    agentWork(world, me, 1);
    await stash(world, me);
  },
};
