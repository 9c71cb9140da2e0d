import { settleBranch, start } from '../forge.ts';
import { checkout, push } from '../history.ts';
import { merge } from '../integrate.ts';
import { aftermath, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** Three branches merged by one commit. */
export const octopus: Scenario = {
  name: 'octopus merge',
  async play(world) {
    await start(world, { size: 60 });
    const { me } = world;
    const names = ['one', 'two', 'three'];
    for (const name of names) {
      await checkout(world, me, 'main');
      await featureBranch(world, name, 1);
    }
    await checkout(world, me, 'main');
    later(world, 1);
    const tips = names.map((name) => me.refs.get(name) ?? '');
    await merge(world, me, tips);
    names.forEach((name, i) => { settleBranch(world, name, tips[i] ?? ''); });
    await push(world, me);
    await aftermath(world);
  },
};
