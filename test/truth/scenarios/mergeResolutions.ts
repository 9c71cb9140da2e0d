import { edit, insert, remove, rewrite, splice } from '../edits.ts';
import { land, mateOnMain, settleBranch, start } from '../forge.ts';
import { branch, commit, fetchHub, pull, push } from '../history.ts';
import { merge } from '../integrate.ts';
import { changed } from '../lines.ts';
import type { Line } from '../lines.ts';
import { findBlock } from '../places.ts';
import { agentWork, aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';
import type { World } from '../world.ts';

/** In the same commit as the merge I change lines that neither side had touched. */
async function mergeWithChanges(world: World, other: string): Promise<void> {
  const { me } = world;
  await merge(world, me, [other]);
  // nobody ever sees this state of the default branch
  if (me.branch === 'main') world.trunk.pop();
  for (const change of [remove, rewrite, edit]) change(world, me, 'me', { count: world.random.int(1, 2), of: 'ai' });
  await commit(world, me, { amend: true });
}

/** The merge of the default branch into a branch loses, rewrites and edits lines that no other commit shows a change of. */
export const mergeThatChanges: Scenario = {
  name: 'merge of main into a branch that changes lines itself',
  async play(world) {
    await start(world, { size: 44 });
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await mateOnMain(world, () => { for (const path of ['src/store.ts', 'server/queue.go']) insert(world, world.hub, 'mate', path, 5); });
    await fetchHub(world, me);
    await mergeWithChanges(world, world.remote.get('main') ?? '');
    if (world.random.chance(0.5)) {
      agentWork(world, me, 1);
      await commit(world, me);
    }
    await push(world, me);
    await land(world, 'feature', world.random.pick(['merge', 'merge', 'squash']));
    await pull(world, me, 'main');
    await aftermath(world);
  },
};

/** The merge into the default branch itself does. */
export const mergeToMainThatChanges: Scenario = {
  name: 'merge into main that changes lines itself',
  async play(world) {
    await start(world, { size: 44 });
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    const tip = me.head;
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'src/store.ts', 5); });
    await pull(world, me, 'main');
    agentWork(world, me, 1);
    await commit(world, me);
    later(world, 1);
    await mergeWithChanges(world, tip);
    await push(world, me);
    settleBranch(world, 'feature', tip);
    await aftermath(world);
  },
};

/** What I make of a conflict: one of their lines dropped, one of ours edited. */
function editedResolution(world: World): (was: readonly Line[], ours: readonly Line[], theirs: readonly Line[]) => readonly Line[] {
  return (_, ours, theirs) => {
    const mine = [...ours, ...theirs].filter((line) => line.carries.length > 0);
    return mine.flatMap((line, at): Line[] => {
      if (at === 0) return [];
      const text = at === 1 ? world.text.tweak(line.text) : null;
      return [text === null ? line : changed(line, text, { editedBy: 'me' })];
    });
  };
}

/** The branch and the default branch replaced the same lines; when the default branch is merged in, I keep the agent's, edit one and drop one. */
export const conflictInBranch: Scenario = {
  name: 'conflict edits in a merge of main into a branch',
  async play(world) {
    await start(world, { size: 44 });
    const { me, hub } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 1);
    const block = findBlock(world, me, { count: 2, of: 'plain', only: 'effective' });
    if (block === null) return;
    const old = (me.tree.get(block.path)?.lines ?? []).slice(block.start, block.start + 2);
    splice(world, me, 'ai', block.path, block.start, 2, world.text.unlike('ts', 5, old.map(({ text }) => text)));
    await commit(world, me);
    await push(world, me);
    later(world, 1);
    await mateOnMain(world, () => {
      const from = (hub.tree.get(block.path)?.lines ?? []).findIndex(({ key }) => key === old[0]?.key);
      splice(world, hub, 'mate', block.path, from, 2, world.text.unlike('ts', 2, old.map(({ text }) => text)));
    });
    await fetchHub(world, me);
    await merge(world, me, [world.remote.get('main') ?? ''], { resolve: editedResolution(world), by: 'me' });
    await push(world, me);
    await land(world, 'feature', world.random.pick(['merge', 'merge', 'squash']));
    await pull(world, me, 'main');
    await aftermath(world);
  },
};
