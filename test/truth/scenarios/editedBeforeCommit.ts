import { edit, rewrite } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** I change a word here and there in what the agent wrote, and replace a line, before I commit. */
export const editedBeforeCommit: Scenario = {
  name: 'hand edits before commit',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 3);
    for (let i = 0; i < 3; i++) edit(world, me, 'me', { count: world.random.int(1, 2), of: 'ai' });
    rewrite(world, me, 'me', { count: 1, of: 'ai' });
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', world.random.pick(['squash', 'merge']));
    await aftermath(world);
  },
};
