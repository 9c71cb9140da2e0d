import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { reindent, reshape, unwrap, wrapAt } from '../reshape.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** A formatter runs over whole files: another indentation, long lines wrapped, and once unwrapped again. */
export const formatter: Scenario = {
  name: 'formatter run',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'format');
    reshape(world, me, 'src/store.ts', reindent);
    reshape(world, me, 'server/queue.go', wrapAt(60));
    await commit(world, me);
    await push(world, me);
    await land(world, 'format', world.random.pick(['merge', 'squash']));
    later(world, 5);
    if (world.random.chance(0.5)) {
      await pull(world, me, 'main');
      reshape(world, me, 'server/queue.go', unwrap);
      await commit(world, me);
      await push(world, me);
    }
    await aftermath(world);
  },
};
