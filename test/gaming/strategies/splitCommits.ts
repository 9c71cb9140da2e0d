import assert from 'node:assert/strict';
import { minute, second } from '../../../src/model/time.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commit, grown, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';

export const splitCommits: Strategy = {
  name: 'splitting into commits',
  what: 'Each change is committed in eight pieces.',
  play: (week) => week,
  engineCheck: 'an episode is a branch and a day: the number of commits in it appears nowhere',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await assertNothingGained((desk) => {
      for (const task of tasks) {
        ask(desk, task.at, task.path, textOf(task));
        for (const [at, piece] of grown(textOf(task), 6).entries()) {
          desk.repo.write(task.path, piece);
          commit(desk, task.at + 6 * minute + at * second);
        }
      }
    });
    assert.deepEqual([gamed.lines, gamed.episodes.length], [fair.lines, fair.episodes.length]);
  },
};
