import { edit, rewrite } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The agent replaces some of its own lines before anything is committed. */
export const agentReplaced: Scenario = {
  name: 'agent edits replaced before commit',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 3);
    for (let i = 0; i < 3; i++) rewrite(world, me, 'ai', { count: world.random.int(1, 3), of: 'ai' });
    edit(world, me, 'ai', { count: 1, of: 'ai' });
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'squash');
    await aftermath(world);
  },
};
