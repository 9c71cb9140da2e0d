import assert from 'node:assert/strict';
import { minute, second } from '../../../src/model/time.ts';
import { code } from '../../unit/scan/desk.ts';
import { assertNothingGained } from '../engine/pipeline.ts';
import { ask, commit, honestTasks, tasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addDeadLines, scaleHours } from '../world/scale.ts';

export const acceptRevert: Strategy = {
  name: 'accept, then revert',
  what: 'As much again is accepted, committed and reverted within the day.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...addDeadLines(episode, episode.aiLines), hours: scaleHours(episode.hours, { waiting: 1.5 }) })), hand }),
  engineCheck: 'a reverted line is dead (`reverted`); one reverted before any commit is `dropped`',
  runEngine: async () => {
    const gamed = await assertNothingGained((desk) => honestTasks(desk, ({ at, lines }) => {
      ask(desk, at + second, `src/more${at}.ts`, code(lines, `more${at}`));
      commit(desk, at + 5 * minute, 'More');
      desk.repo.git(['revert', '--no-edit', 'HEAD'], { at: at + 5.5 * minute });
      desk.repo.write('notes.txt', `${at}
`);
    }));
    assert.ok(gamed.dead >= tasks.length * 18, `${gamed.dead} dead`);
  },
};
