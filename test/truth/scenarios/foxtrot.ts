import { insert } from '../edits.ts';
import { mateOnMain, start } from '../forge.ts';
import { advanceTrunk, commit, fetchHub, push } from '../history.ts';
import { merge } from '../integrate.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** I merge the remote default branch into my own one and push: the first-parent way leads through my commits only. */
export const foxtrot: Scenario = {
  name: 'foxtrot merge',
  async play(world) {
    await start(world);
    const { me } = world;
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'src/store.ts', 4); });
    const theirs = world.hub.head;
    agentWork(world, me, 2);
    await commit(world, me);
    await fetchHub(world, me);
    world.trunk.splice(0, world.trunk.length);
    advanceTrunk(world, theirs);
    await merge(world, me, [theirs]);
    await push(world, me);
    await aftermath(world);
  },
};
