import assert from 'node:assert/strict';
import { honestFigures, throughPipeline } from '../engine/pipeline.ts';
import { honestTasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';

export const replayedTranscripts: Strategy = {
  name: 'replayed transcripts',
  what: 'The logs of the week are copied five times, as other sessions and into other homes.',
  play: (week) => week,
  engineCheck: 'a contribution read twice is one contribution, and overlapping times are a union',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await throughPipeline((desk) => {
      honestTasks(desk);
      for (const rewriteId of [true, false]) {
        const copy = desk.session(`copy ${rewriteId}`);
        copy.copyFrom(desk.session('tasks'), { rewriteId });
        desk.save(copy);
      }
    });
    const { hours, ...figures } = gamed;
    assert.ok(Math.abs(hours - fair.hours) < 1e-6);
    assert.deepEqual({ ...figures, hours: fair.hours, episodes: gamed.episodes.length }, { ...fair, episodes: fair.episodes.length });
  },
};
