import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hour } from '../../../src/model/time.ts';
import { honestFigures, throughPipeline } from '../engine/pipeline.ts';
import { commit, grown, tasks, textOf } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { hoursOf } from '../world/simulatedPerson.ts';

export const forgedTimes: Strategy = {
  name: 'forged times',
  what: 'Half of the transcripts are rewritten so that all of it happens in one moment.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode, at) => (at % 2 === 0 ? { ...episode, timeGrade: 'reconstructed' as const, hours: hoursOf({}) } : episode)), hand }),
  engineCheck: 'a session whose edits take no time has no time, and its episode is in no hours',
  runEngine: async () => {
    const gamed = await throughPipeline((desk) => {
      for (const task of tasks) {
        const log = desk.session(`moment ${task.at}`);
        log.prompt(task.at, 'Write it.');
        for (const [at, piece] of grown(textOf(task), 3).entries()) log.write(task.at, join(desk.repo.dir, task.path), at === 0 ? null : grown(textOf(task), 3)[at - 1]!, piece);
        desk.save(log);
        desk.repo.write(task.path, textOf(task));
        commit(desk, task.at + 6 * hour);
      }
    });
    assert.deepEqual([gamed.hours, gamed.untimed, gamed.net], [0, tasks.length, null]);
    assert.equal(gamed.lines, (await honestFigures()).lines);
  },
};
