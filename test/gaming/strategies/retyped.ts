import assert from 'node:assert/strict';
import { code } from '../../unit/scan/desk.ts';
import { honestFigures, throughPipeline } from '../engine/pipeline.ts';
import { honestTasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { scaleAiLines } from '../world/scale.ts';

export const retyped: Strategy = {
  name: 'AI text retyped or pasted as own',
  what: 'Half of the AI text is pasted by hand, so that its origin is not seen.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => scaleAiLines(episode, 0.5)), hand }),
  engineCheck: 'text inserted at once without an agent is of unknown origin and in no baseline',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await throughPipeline((desk) => honestTasks(desk, ({ at, lines }) => desk.repo.write(`src/pasted${at}.ts`, code(lines, `pasted${at}`))));
    assert.deepEqual([gamed.lines, gamed.net], [fair.lines, fair.net]);
  },
};
