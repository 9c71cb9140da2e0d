import { create } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** An agent also writes a lock file, a vendored file and a snapshot: none of their lines are evidence. */
export const excludedFiles: Scenario = {
  name: 'excluded files',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 2);
    create(world, me, 'ai', 'package-lock.json', 12);
    create(world, me, 'ai', 'vendor/lib/tool.ts', 10);
    create(world, me, 'ai', 'src/__snapshots__/store.test.ts.snap', 8);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'squash');
    await aftermath(world);
  },
};
