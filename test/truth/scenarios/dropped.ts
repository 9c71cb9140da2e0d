import { noteKills, remove, rewrite } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, headOf, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { flush } from '../world.ts';

/** Text an agent wrote that I took out before the commit, and text I threw away with the whole change. */
export const dropped: Scenario = {
  name: 'dropped text',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 3, ['src/store.ts', 'server/queue.go']);
    remove(world, me, 'me', { count: 3, of: 'ai' });
    rewrite(world, me, 'me', { count: 2, of: 'ai' });
    await commit(world, me);
    agentWork(world, me, 1, ['tools/report.py']);
    flush(me);
    const kept = headOf(world, me).tree;
    noteKills(world, me.tree, kept, { fate: 'dropped', by: 'me' });
    me.tree = kept;
    flush(me);
    await push(world, me);
    await land(world, 'feature', 'squash');
    await aftermath(world);
  },
};
