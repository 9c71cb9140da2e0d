import assert from 'node:assert/strict';
import { hour, minute } from '../../../src/model/time.ts';
import { assertNothingGained, honestFigures } from '../engine/pipeline.ts';
import { honestTasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const questionsOnly: Strategy = {
  name: 'questions without end',
  what: 'An hour of chat a day that leads to no line.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.3, reading: 0.3 }) })), hand }),
  engineCheck: 'a prompt is a moment of attention, not a count',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await assertNothingGained((desk) => honestTasks(desk, ({ at }) => {
      const log = desk.session('questions');
      for (let question = 0; question < 5; question++) {
        log.prompt(at + 3 * hour + 4 * question * minute, 'And why?');
        log.say(at + 3 * hour + (4 * question + 1) * minute, 'Because.');
      }
      desk.save(log);
    }));
    assert.ok(gamed.hours > fair.hours + 1.5 && gamed.net!.mid < fair.net!.mid);
  },
};
