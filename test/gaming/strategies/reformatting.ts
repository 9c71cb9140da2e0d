import { minute } from '../../../src/model/time.ts';
import { assertNothingGained } from '../engine/pipeline.ts';
import { ask, honestTasks, older, tasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const reformatting: Strategy = {
  name: 'reformatting through AI',
  what: 'An agent reformats 5,000 lines of existing code.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.02, waiting: 0.03 }) })), hand }),
  engineCheck: 'lines with the same tokens as before are no new AI lines: `reformatted` or `duplicate`',
  runEngine: async () => {
    await assertNothingGained((desk) => honestTasks(desk, ({ at }) => {
      if (at === tasks[0]!.at) ask(desk, at + minute, 'src/older.ts', older.replaceAll(/^/gm, '    ').replaceAll(', ', ',  '), older);
    }));
  },
};
