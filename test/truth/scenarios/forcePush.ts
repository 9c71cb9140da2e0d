import { insert } from '../edits.ts';
import { land, mateOnMain, start } from '../forge.ts';
import { commit, fetchHub, push } from '../history.ts';
import { rebase } from '../integrate.ts';
import { aftermath, agentWork, changeSome, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A pushed branch is rebased onto the newer default branch and amended, then pushed by force. */
export const forcePush: Scenario = {
  name: 'force-push',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'tools/report.py', 4); });
    later(world, 1);
    await fetchHub(world, me);
    await rebase(world, me, world.remote.get('main') ?? '');
    agentWork(world, me, 1);
    changeSome(world, me, 'me', 1);
    await commit(world, me, { amend: true });
    await push(world, me, true);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
