import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hour, second } from '../../../src/model/time.ts';
import { code } from '../../unit/scan/desk.ts';
import { honestFigures, throughPipeline } from '../engine/pipeline.ts';
import { honestTasks } from '../engine/tasks.ts';
import type { Strategy } from '../strategy.ts';
import { abandoned } from '../world/pieces.ts';

export const manyAgents: Strategy = {
  name: 'many agents at once',
  what: 'Five agents run through the night unattended and write what is thrown away in the morning.',
  play: ({ ai, hand }) => ({ ai: [...ai, ...ai.map((episode) => ({ ...episode, ...abandoned(episode, 5 * episode.aiLines), id: `${episode.id}/night` }))], hand }),
  engineCheck: 'unattended agent time is no attended time',
  runEngine: async () => {
    const fair = await honestFigures();
    const gamed = await throughPipeline((desk) => honestTasks(desk, ({ at }) => {
      const log = desk.session(`night of ${at}`);
      log.prompt(at + second, 'Go on until morning.');
      for (let hours = 1; hours < 8; hours++) log.write(at + hours * hour, join(desk.repo.dir, `night/${hours}.ts`), null, code(40, `night${at}h${hours}`));
      desk.save(log);
    }));
    assert.equal(gamed.alive, fair.alive);
    // of a night alone only its watched beginning is anyone's time, and that was shared
    assert.ok(gamed.hours < fair.hours + 0.3, `${gamed.hours} h, honestly ${fair.hours} h`);
    assert.ok(gamed.net!.mid <= fair.net!.mid + 0.02);
  },
};
