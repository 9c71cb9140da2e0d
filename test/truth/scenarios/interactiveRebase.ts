import { land, start } from '../forge.ts';
import { branch, commit, headOf, push } from '../history.ts';
import { rebase } from '../integrate.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Three commits reordered and joined by an interactive rebase: the last first, the other two as one. */
export const interactiveRebase: Scenario = {
  name: 'interactive rebase',
  async play(world) {
    await start(world);
    const { me } = world;
    const base = headOf(world, me);
    await branch(world, me, 'feature');
    const made = [];
    for (const path of ['src/store.ts', 'server/queue.go', 'tools/report.py']) {
      agentWork(world, me, 2, [path]);
      made.push(await commit(world, me));
    }
    const [a, b, c] = made;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three commits expected');
    const [one, two] = [b.sha.slice(0, 7), c.sha.slice(0, 7)];
    const editor = `f() { sed -e 's/^pick ${one}/fixup ${one}/' "$1" > "$1.old"; grep ${two} "$1.old" > "$1"; grep -v ${two} "$1.old" >> "$1"; rm "$1.old"; }; f`;
    await rebase(world, me, base.sha, ['-i'], [[c], [a, b]], { GIT_SEQUENCE_EDITOR: editor });
    await push(world, me);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
