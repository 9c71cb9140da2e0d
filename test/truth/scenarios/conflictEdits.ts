import { land, mateOnMain, start } from '../forge.ts';
import { branch, checkout, commit, push } from '../history.ts';
import { findBlock } from '../places.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';
import { splice } from '../edits.ts';

/** The same lines were replaced on the branch by an agent and on the default branch by the teammate: the merge takes the branch's. */
export const conflictEdits: Scenario = {
  name: 'merge with conflict edits',
  async play(world) {
    await start(world);
    const { me, hub } = world;
    await branch(world, me, 'feature');
    agentWork(world, me, 2);
    const block = findBlock(world, me, { count: 2, of: 'plain', only: 'effective' });
    if (block === null) return;
    const old = (me.tree.get(block.path)?.lines ?? []).slice(block.start, block.start + 2);
    splice(world, me, 'ai', block.path, block.start, 2, world.text.unlike('ts', 3, old.map(({ text }) => text)));
    await commit(world, me);
    await push(world, me);
    later(world, 1);
    await mateOnMain(world, () => {
      const start = (hub.tree.get(block.path)?.lines ?? []).findIndex(({ key }) => key === old[0]?.key);
      splice(world, hub, 'mate', block.path, start, 2, world.text.unlike('ts', 2, old.map(({ text }) => text)));
    });
    await land(world, 'feature', 'merge', { resolve: (_, ours, theirs) => (theirs.some(({ carries }) => carries.length > 0) ? theirs : ours) });
    await checkout(world, me, 'feature');
    await aftermath(world);
  },
};
