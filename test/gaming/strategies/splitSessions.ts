import assert from 'node:assert/strict';
import { minute, second } from '../../../src/model/time.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commit, grown, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';

export const splitSessions: Strategy = {
  name: 'splitting into sessions',
  what: 'Each change is made in five agent sessions.',
  play: (week) => week,
  engineCheck: 'a session appears in no episode, and attended time of several sessions is a union',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await assertNothingGained((desk) => {
      for (const task of tasks) {
        const pieces = grown(textOf(task), 3);
        // all of them at work in the same minutes
        for (const [at, piece] of pieces.entries()) ask(desk, task.at + at * second, task.path, piece, pieces[at - 1] ?? null, `part ${at}`);
        commit(desk, task.at + 6 * minute);
      }
    });
    assert.equal(gamed.lines, fair.lines);
    assert.ok(gamed.hours < 1.05 * fair.hours, `${gamed.hours} h: sessions side by side share their minutes`);
  },
};
