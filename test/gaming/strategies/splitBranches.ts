import assert from 'node:assert/strict';
import { minute } from '../../../src/model/time.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commit, grown, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { split } from '../world/scale.ts';

export const splitBranches: Strategy = {
  name: 'splitting into branches',
  what: 'Each change goes to four branches.',
  play: ({ ai, hand }) => ({ ai: ai.flatMap((episode) => split(episode, 4, (piece) => ({ branch: `${episode.branch}-${piece}` }))), hand }),
  engineCheck: null,
  runEngine: async () => {
    const gamed = await assertNothingGained((desk) => {
      for (const task of tasks) {
        const pieces = grown(textOf(task), 3);
        for (const [at, piece] of pieces.entries()) {
          desk.repo.git(['checkout', '--quiet', '-b', `${task.at}-${at}`]);
          ask(desk, task.at + at * 7 * minute, task.path, piece, pieces[at - 1] ?? null);
          commit(desk, task.at + (at * 7 + 6) * minute);
          desk.repo.git(['checkout', '--quiet', 'main']);
          desk.repo.git(['merge', '--quiet', '--no-ff', '--message', 'Merge', `${task.at}-${at}`], { at: task.at + (at * 7 + 6.5) * minute });
        }
      }
    });
    assert.equal(gamed.lines, (await honestFigures()).lines);
  },
};
