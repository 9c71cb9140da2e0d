import assert from 'node:assert/strict';
import { day, minute } from '../../../src/model/time.ts';
import { code } from '../../unit/scan/desk.ts';
import { honestFigures, throughPipeline } from '../engine/pipeline.ts';
import { ask, commit, honestTasks, tasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { claimed } from '../world/pieces.ts';

export const forgedTranscripts: Strategy = {
  name: 'forged transcripts',
  what: "The log claims that the hand-written work of the week was an agent's.",
  play: ({ ai, hand }) => ({ ai: [...ai, ...hand.map(claimed)], hand: [] }),
  engineCheck: 'a claimed edit matches only text that was committed after it, and its time counts as the editor saw it',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await throughPipeline((desk) => {
      honestTasks(desk);
      for (const { at, lines } of tasks) {
        // written and committed by hand; the log is made up afterwards
        const text = code(lines, `byHand${at}`);
        desk.repo.write(`src/hand${at}.ts`, text);
        commit(desk, at + 20 * day, 'By hand');
        ask(desk, at + 20 * day + minute, `src/hand${at}.ts`, text);
      }
    });
    assert.equal(gamed.lines, fair.lines);
    assert.ok(gamed.net!.mid <= fair.net!.mid + 0.05, `net ${gamed.net!.mid}, honestly ${fair.net!.mid}`);
  },
};
