import assert from 'node:assert/strict';
import { day, minute } from '../../../src/model/time.ts';
import { honestFigures, throughPipeline } from '../engine/pipeline.ts';
import { ask, commit, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { mapSurvival } from '../world/scale.ts';

export const backdatedCommits: Strategy = {
  name: 'back-dated commits',
  what: 'Young work is dated two months back, so that it counts as old enough.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, survival: mapSurvival(episode, ({ alive, dead, open }) => ({ alive: alive + open, dead, open: 0 })) })), hand }),
  engineCheck: 'only commits made after the text was written match; days count from the merge',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await throughPipeline((desk) => {
      for (const [index, task] of tasks.entries()) {
        ask(desk, task.at, task.path, textOf(task));
        // every other one as if it were two months old
        commit(desk, index % 2 === 0 ? task.at - 60 * day : task.at + 6 * minute);
      }
    });
    assert.ok(gamed.alive < fair.alive, 'a commit made before its text is none of it');
    assert.ok(gamed.net!.mid <= fair.net!.mid, `net ${gamed.net!.mid} h, honestly ${fair.net!.mid} h`);
  },
};
