import { create } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, pull } from '../history.ts';
import { agentWork, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { later } from '../world.ts';

/** At the end some text stands in the working tree that no commit has. */
export const pending: Scenario = {
  name: 'pending text',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 1);
    await land(world, 'feature', 'merge');
    later(world, 3);
    await pull(world, me, 'main');
    await branch(world, me, 'next');
    agentWork(world, me, 2);
    create(world, me, 'ai', 'src/fresh.ts', 9);
  },
};
