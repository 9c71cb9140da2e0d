import { minute } from '../../../src/model/time.ts';
import { assertNothingGained } from '../engine/pipeline.ts';
import { ask, honestTasks, older, tasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const moving: Strategy = {
  name: 'moving code through AI',
  what: 'An agent moves files and functions about.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.02, waiting: 0.03 }) })), hand }),
  engineCheck: 'moved blocks are `moved`, and what an agent writes of them is a `duplicate`',
  runEngine: async () => {
    await assertNothingGained((desk) => honestTasks(desk, ({ at }) => {
      if (at !== tasks[0]!.at) return;
      ask(desk, at + minute, 'src/elsewhere/older.ts', older);
      desk.repo.remove('src/older.ts');
    }));
  },
};
