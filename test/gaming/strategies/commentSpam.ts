import assert from 'node:assert/strict';
import { minute } from '../../../src/model/time.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, commit, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const commentSpam: Strategy = {
  name: 'comment spam',
  what: 'Every line gets a comment.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { waiting: 0.02 }) })), hand }),
  engineCheck: 'comment lines carry the `comment` flag and are not effective',
  runEngine: async () => {
    const gamed = await assertNothingGained((desk) => {
      for (const task of tasks) {
        ask(desk, task.at, task.path, textOf(task).replaceAll(/^.*$/gm, (line) => (line === '' ? '' : `// what the level of the water does here
/* ${line.length} characters */
${line}
// and so it goes on`)));
        commit(desk, task.at + 6 * minute);
      }
    });
    assert.equal(gamed.lines, (await honestFigures()).lines);
  },
};
