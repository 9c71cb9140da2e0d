import { land, start } from '../forge.ts';
import { aftermath, worktreeWork } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The agent worked in a linked worktree that is gone when anyone looks. */
export const worktreeRemoved: Scenario = {
  name: 'worktree removed later',
  async play(world) {
    await start(world);
    await worktreeWork(world, 'feature', true);
    await land(world, 'feature', 'squash');
    await aftermath(world);
  },
};
