import { land, start } from '../forge.ts';
import { branch, commit, headOf, push } from '../history.ts';
import { rebase } from '../integrate.ts';
import { agentWork, aftermath, changeSome } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Two commits and a fixup of the first, brought in order by `git rebase -i --autosquash`. */
export const fixupAutosquash: Scenario = {
  name: 'fixup and autosquash',
  async play(world) {
    await start(world);
    const { me } = world;
    const base = headOf(world, me);
    await branch(world, me, 'feature');
    agentWork(world, me, 2, ['src/store.ts']);
    const first = await commit(world, me, { message: 'Store' });
    agentWork(world, me, 2, ['server/queue.go']);
    const second = await commit(world, me, { message: 'Queue' });
    changeSome(world, me, 'me', 1);
    agentWork(world, me, 1, ['tools/report.py']);
    const third = await commit(world, me, { fixup: second.sha });
    await rebase(world, me, base.sha, ['-i', '--autosquash'], [[first], [second, third]]);
    await push(world, me);
    await land(world, 'feature', 'rebase');
    await aftermath(world);
  },
};
