import { land, start } from '../forge.ts';
import { branch, commit, pull, push } from '../history.ts';
import { carriageReturns, reshape } from '../reshape.ts';
import { aftermath, agentWork, featureBranch } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A file gets carriage returns, and an agent goes on in it: its log has line feeds only. */
export const lineEndings: Scenario = {
  name: 'line-ending run',
  async play(world) {
    await start(world);
    const { me } = world;
    await featureBranch(world, 'feature', 2);
    await land(world, 'feature', 'merge');
    await pull(world, me, 'main');
    await branch(world, me, 'ends');
    reshape(world, me, 'src/store.ts', carriageReturns);
    await commit(world, me);
    agentWork(world, me, 1, ['src/store.ts']);
    reshape(world, me, 'src/store.ts', carriageReturns);
    await commit(world, me);
    await push(world, me);
    await land(world, 'ends', 'squash');
    await aftermath(world);
  },
};
