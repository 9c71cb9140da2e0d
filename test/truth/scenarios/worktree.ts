import { land, start } from '../forge.ts';
import { aftermath, worktreeWork } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** The agent works in a linked worktree that stays. */
export const worktree: Scenario = {
  name: 'worktree',
  async play(world) {
    await start(world);
    await worktreeWork(world, 'feature', false);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
