import assert from 'node:assert/strict';
import { day } from '../../../src/model/time.ts';
import type { Episode } from '../../../src/model/episode.ts';
import type { HoursInterval } from '../../../src/model/workFacts.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { totalHours } from '../../../src/value/inputs.ts';
import { valueOf } from '../../../src/value/valueReport.ts';
import { clearDesks, type Desk, newDesk, start } from '../../unit/scan/desk.ts';
import { begin, end, honestTasks, known } from './tasks.ts';

/** What the real pipeline makes of transcripts and a repository: read, attributed, followed, estimated. */
export interface PipelineFigures {
  readonly episodes: readonly Episode[];
  /** AI lines that were delivered, and how many of them were alive and dead after 30 days. */
  readonly lines: number;
  readonly alive: number;
  readonly dead: number;
  readonly hours: number;
  readonly untimed: number;
  readonly net: HoursInterval | null;
  readonly gained: HoursInterval | null;
}

const silent = { trace: () => undefined, debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Plays work on a desk of its own and reads it as a scan does. */
export async function throughPipeline(play: (desk: Desk) => void): Promise<PipelineFigures> {
  const desk = newDesk();
  try {
    begin(desk);
    play(desk);
    end(desk);
    return await figuresOf(desk);
  } finally {
    clearDesks();
  }
}

async function figuresOf(desk: Desk): Promise<PipelineFigures> {
  await using project = await openProject({ repoDir: desk.repo.dir, ledgerFile: desk.ledger, homes: [], asOf: known, logger: silent as never, progress: () => undefined }, desk.machine);
  await project.scan();
  const { work } = await project.reportFacts();
  // the same draws for everyone, whatever the ledger's own key
  const { time, value } = valueOf({ ...work, window: { since: start - day, until: known }, asOf: known, seed: 7 });
  const delivered = work.episodes.filter(({ survival }) => survival[0].alive > 0);
  const sum = (list: readonly Episode[], pick: (one: Episode) => number): number => list.reduce((total, one) => total + pick(one), 0);
  return {
    episodes: work.episodes,
    lines: sum(delivered, ({ aiLines }) => aiLines),
    alive: sum(delivered, ({ survival }) => survival[30].alive),
    dead: sum(work.episodes, ({ survival }) => survival[30].dead),
    hours: sum(work.episodes, ({ hours }) => totalHours(hours)),
    untimed: time.untimed,
    net: value.net,
    gained: value.gained,
  };
}

let honest: Promise<PipelineFigures> | null = null;

/** What honest work comes to. */
export async function honestFigures(): Promise<PipelineFigures> {
  honest ??= throughPipeline(honestTasks);
  return await honest;
}

/** Nothing is gained by it: no more living lines, no less time, no more net than a tenth of what honest work gains. */
export async function assertNothingGained(play: (desk: Desk) => void): Promise<PipelineFigures> {
  const [fair, gamed] = [await honestFigures(), await throughPipeline(play)];
  assert.ok(gamed.alive <= fair.alive, `${gamed.alive} living lines, honestly ${fair.alive}`);
  assert.ok(gamed.hours >= fair.hours - 1e-6, `${gamed.hours} h, honestly ${fair.hours} h`);
  const most = fair.net!.mid + 0.1 * Math.max(0, fair.gained!.mid) + 0.01;
  assert.ok(gamed.net !== null && gamed.net.mid <= most, `net ${gamed.net?.mid} h, honestly ${fair.net!.mid} h`);
  return gamed;
}
