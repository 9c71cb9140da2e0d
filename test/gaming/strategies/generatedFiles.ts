import assert from 'node:assert/strict';
import { minute } from '../../../src/model/time.ts';
import { code } from '../../unit/scan/desk.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { ask, honestTasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const generatedFiles: Strategy = {
  name: 'generated, vendored and lock files',
  what: 'An agent writes 20,000 lines of lock files, vendored code and snapshots.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { waiting: 0.05 }) })), hand }),
  engineCheck: 'lines of excluded files carry the `excluded` flag and are not effective',
  runEngine: async () => {
    const gamed = await assertNothingGained((desk) => honestTasks(desk, ({ at }) => {
      for (const path of ['package-lock.json', 'vendor/tide/lib.ts', 'dist/tide.min.js', 'test/__snapshots__/tide.snap', 'go.sum']) ask(desk, at + minute, path, code(300, `made${at}`));
    }));
    assert.equal(gamed.lines, (await honestFigures()).lines);
  },
};
