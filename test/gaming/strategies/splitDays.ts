import assert from 'node:assert/strict';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commit, grown, tasks, textOf } from '../engine/tasks.ts';
import { day, minute } from '../../../src/model/time.ts';
import type { Strategy } from '../strategy.ts';
import { split } from '../world/scale.ts';

export const splitDays: Strategy = {
  name: 'splitting into days',
  what: 'Each change is spread over the seven days of the week.',
  play: ({ ai, hand }) => ({ ai: ai.flatMap((episode) => split(episode, 7, (piece) => ({ day: ai[0]!.day + piece * day }))), hand }),
  engineCheck: null,
  runEngine: async () => {
    const gamed = await assertNothingGained((desk) => {
      for (const task of tasks) {
        const pieces = grown(textOf(task), 3);
        for (const [at, piece] of pieces.entries()) {
          ask(desk, task.at + (at * day) / 8, task.path, piece, pieces[at - 1] ?? null);
          commit(desk, task.at + (at * day) / 8 + 6 * minute);
        }
      }
    });
    assert.equal(gamed.lines, (await honestFigures()).lines);
  },
};
