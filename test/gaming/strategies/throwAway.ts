import assert from 'node:assert/strict';
import { day, minute } from '../../../src/model/time.ts';
import { code } from '../../unit/scan/desk.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commitNothing, honestTasks, tasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { abandoned } from '../world/pieces.ts';

export const throwAway: Strategy = {
  name: 'throw-away generation',
  what: "Ten times the week's lines are generated on top and never committed; prompting and waiting take time.",
  play: ({ ai, hand }) => ({ ai: [...ai, ...ai.map((episode) => ({ ...episode, ...abandoned(episode, 10 * episode.aiLines), id: `${episode.id}/thrown` }))], hand }),
  engineCheck: 'what reaches no commit is `dropped`; a branch and day of which nothing reached one is an abandoned episode',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await assertNothingGained((desk) => {
      honestTasks(desk);
      for (const task of tasks) {
        const at = task.at + 8 * day;
        for (let again = 0; again < 4; again++) ask(desk, at + 7 * again * minute, 'src/thrown.ts', code(task.lines, `thrown${again}on${at}`), again === 0 ? null : code(task.lines, `thrown${again - 1}on${at}`));
        desk.repo.remove('src/thrown.ts');
        commitNothing(desk, at + 40 * minute);
      }
    });
    assert.ok(gamed.lines === fair.lines && gamed.hours > 3 * fair.hours, `${gamed.lines} lines, ${gamed.hours} h`);
    assert.ok(gamed.net!.high < fair.net!.high && gamed.net!.mid < -(gamed.hours - fair.hours) / 2, `what was thrown away costs its time: ${JSON.stringify(gamed.net)}`);
  },
};
