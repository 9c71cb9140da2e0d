import { second } from '../../../src/model/time.ts';
import { assertNothingGained } from '../engine/pipeline.ts';
import { ask, honestTasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const duplicates: Strategy = {
  name: 'duplicates and copy-paste',
  what: 'Blocks that are already in the repository are written again, ten times.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.02 }) })), hand }),
  engineCheck: 'a block already in the repository carries the `duplicate` flag, also when it repeats within the change',
  runEngine: async () => {
    await assertNothingGained((desk) => honestTasks(desk, (task) => {
      for (let copy = 0; copy < 4; copy++) ask(desk, task.at + (copy + 1) * second, `src/copy${copy}/${task.path.slice(4)}`, textOf(task));
    }));
  },
};
