import assert from 'node:assert/strict';
import { minute } from '../../../src/model/time.ts';
import { code } from '../../unit/scan/desk.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commit, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addDeadLines, scaleHours } from '../world/scale.ts';

export const regenerate: Strategy = {
  name: 'delete and regenerate',
  what: 'Each change is committed, deleted, generated again and committed, twice over.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...addDeadLines(episode, 2 * episode.aiLines), hours: scaleHours(episode.hours, { prompting: 1.5, waiting: 2 }) })), hand }),
  engineCheck: 'a line deleted and written anew is a death and a new line, or the same line: never two living lines',
  runEngine: async () => {
    const gamed = await assertNothingGained((desk) => {
      for (const task of tasks) {
        for (let round = 0; round < 3; round++) {
          const at = task.at + 20 * round * minute;
          const text = round === 2 ? textOf(task) : code(task.lines, `draft${round}of${task.at}`);
          ask(desk, at, task.path, text);
          commit(desk, at + 6 * minute);
          if (round === 2) continue;
          desk.repo.remove(task.path);
          commit(desk, at + 8 * minute, 'Take it away');
        }
      }
    });
    assert.ok(gamed.dead >= 2 * (await honestFigures()).lines, `${gamed.dead} dead`);
  },
};
