import { insert } from '../edits.ts';
import { land, mateOnMain, start } from '../forge.ts';
import { commit, fetchHub, push } from '../history.ts';
import { merge } from '../integrate.ts';
import { aftermath, agentWork, changeSome, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The default branch is merged into a branch in the middle of its life. */
export const mainIntoFeature: Scenario = {
  name: 'merge of main into a feature branch',
  async play(world) {
    await start(world, { size: 44 });
    const { me } = world;
    await featureBranch(world, 'feature', 1);
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'src/store.ts', 5); });
    await fetchHub(world, me);
    await merge(world, me, [world.remote.get('main') ?? '']);
    agentWork(world, me, 1);
    changeSome(world, me, 'me', 1);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', world.random.pick(['merge', 'squash']));
    await aftermath(world);
  },
};
