import { changeSome, aftermath, featureBranch } from '../scenario.ts';
import { edit, remove, rewrite } from '../edits.ts';
import { land, settleBranch, start } from '../forge.ts';
import { branch, checkout, commit, fetchHub, pull, push } from '../history.ts';
import { merge } from '../integrate.ts';
import { moveTail } from '../reshape.ts';
import type { Scenario } from '../scenario.ts';

/** Lines go to a file that no agent ever wrote to; there the teammate changes them on a branch, which I merge. */
export const changedElsewhere: Scenario = {
  name: 'moved lines changed on another\'s branch',
  async play(world) {
    await start(world);
    const { me, hub } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    const lines = me.tree.get('src/store.ts')?.lines ?? [];
    moveTail(world, me, 'src/store.ts', 2, lines.length - 2, 'src/parts.ts');
    await commit(world, me);
    await push(world, me);
    await checkout(world, hub, 'main');
    await branch(world, hub, 'theirs');
    for (const change of [edit, rewrite, remove]) change(world, hub, 'mate', { path: 'src/parts.ts', count: 1, of: 'ai' });
    await commit(world, hub);
    const tip = hub.head;
    await checkout(world, hub, 'main');
    await fetchHub(world, me);
    await pull(world, me, 'main');
    changeSome(world, me, 'me', 1);
    await commit(world, me);
    await merge(world, me, [tip]);
    await push(world, me);
    settleBranch(world, 'theirs', tip);
    await aftermath(world);
  },
};
