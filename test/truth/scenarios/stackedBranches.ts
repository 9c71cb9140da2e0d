import { land, mateOnMain, start } from '../forge.ts';
import { insert, moveBlock } from '../edits.ts';
import { branch, checkout, commit, pull, push } from '../history.ts';
import { merge } from '../integrate.ts';
import { reindent, reshape } from '../reshape.ts';
import { agentWork, aftermath, changeSome, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Lines of the default branch are changed on a branch that comes there by way of another one; lines of a branch, before it is merged. */
export const stackedBranches: Scenario = {
  name: 'branch merged into a branch',
  async play(world) {
    await start(world, { size: 50 });
    const { me } = world;
    await featureBranch(world, 'feature');
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'outer');
    agentWork(world, me, 1);
    await commit(world, me);
    await branch(world, me, 'inner');
    changeSome(world, me, 'me', 3);
    moveBlock(world, me, { count: 2, of: 'ai' });
    await commit(world, me);
    await checkout(world, me, 'outer');
    insert(world, me, 'me', 'src/store.ts', 3);
    await commit(world, me);
    await merge(world, me, [me.refs.get('inner') ?? '']);
    await push(world, me);
    if (world.random.chance(0.5)) await mateOnMain(world, () => { insert(world, world.hub, 'mate', 'server/queue.go', 3); });
    await land(world, 'outer', 'merge');
    await pull(world, me, 'main');
    await aftermath(world);
  },
};

/** A second branch goes on from the first and re-indents its lines; then the first is merged, as it was, and the second after it. */
export const branchOnBranch: Scenario = {
  name: 'branch on a branch, merged one by one',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'first', 1);
    await branch(world, me, 'second');
    reshape(world, me, 'src/store.ts', reindent);
    await commit(world, me);
    changeSome(world, me, 'me', 2);
    await commit(world, me);
    await push(world, me);
    await land(world, 'first', 'merge');
    await land(world, 'second', 'merge');
    await pull(world, me, 'main');
    await aftermath(world);
  },
};
