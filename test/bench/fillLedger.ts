import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createCaptureStore } from '../../src/ledger/captureStore.ts';
import { createFollowStore } from '../../src/ledger/followStore.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Contribution } from '../../src/model/contribution.ts';
import type { Cause } from '../../src/model/fate.ts';
import type { FollowedLine } from '../../src/model/followedLine.ts';
import { day, hour, minute } from '../../src/model/time.ts';
import { encodeFileMap } from '../../src/survival/fileMapCodec.ts';
import { contribution, insertedLine, reading } from '../fixtures/contributions.ts';
import { testRepository } from '../fixtures/ledgers.ts';
import { type Random, seededRandom } from '../fixtures/random.ts';
import { codeLine } from './history/fileText.ts';

const linesEach = 20;
/** Contributions that reach one commit, and one merge. */
const [perCommit, perMerge] = [9, 18];
/** Contributions that are written and then followed together. */
const batch = 540;
const start = Date.UTC(2025, 4, 1, 8);
const days = 365;

/**
 * Fills a new ledger through its own interface as capture and following do: a year of contributions, 20 lines each.
 * What real work looks like was measured on a team's: 18 lines to a contribution, 9 contributions to a commit, about 14
 * lines to a cohort (they share episode, times, fate and cause), dead lines in blocks.
 * @returns the number of its repository and the time that counts as now
 */
export async function fillLedger(file: string, lines: number): Promise<{ readonly repo: number; readonly now: number }> {
  const ledger = openLedger({ file, random: (length) => new Uint8Array(length).fill(5), now: () => start });
  const repo = testRepository(ledger);
  const random = seededRandom('ledger');
  const total = Math.ceil(lines / linesEach);
  for (let from = 0; from < total; from += batch) {
    const some = Array.from({ length: Math.min(batch, total - from) }, (_, at) => written(random, from + at, total));
    createCaptureStore(ledger, repo).store('claude-code', reading(some, { file: `/home/dev/.claude/${from}.jsonl` }));
    follow(ledger, repo, some, random);
    // so that the process can be interrupted
    await new Promise((done) => setImmediate(done));
  }
  ledger.close();
  return { repo, now: start + days * day };
}

/** Bytes of all files of the ledger in a folder of its own. */
export function ledgerBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** An episode a day, two sessions a day. */
function written(random: Random, number: number, total: number): Contribution {
  const today = Math.floor((number / total) * days);
  const at = start + today * day + (number % 90) * 5 * minute;
  const path = `src/area${random.int(0, 80)}/part${random.int(0, 30)}.ts`;
  const inserted = Array.from({ length: linesEach }, (_, ordinal) => insertedLine(codeLine(random, number * linesEach + ordinal)));
  return contribution({ id: random.hex(32), at, path, session: `${today}-${number % 2}`, branch: `topic-${today % 7}`, inserted, removed: inserted.slice(0, 4).map(({ loose }) => loose + 1) });
}

function follow(ledger: Ledger, repo: number, some: readonly Contribution[], random: Random): void {
  const store = createFollowStore(ledger, repo);
  const alive = new Map<string, FollowedLine[]>();
  let place = placeOf(some[0]!, random);
  for (const [at, { id, path }] of some.entries()) {
    if (at % perMerge === 0) place = placeOf(some[Math.min(at + perMerge, some.length) - 1]!, random);
    else if (at % perCommit === 0) place = { ...place, commit: random.hex(40), committedAt: place.committedAt + hour };
    const end = random.chance(0.7) ? { ...random.pick(place.ends), cause: random.chance(0.7) ? ('me' as const) : ('someone else' as const) } : null;
    for (const line of store.contributionsAt(path).find((one) => one.id === id)!.lines) {
      find(line, path, place, end);
      if (line.place === 'trunk') alive.set(path, [...(alive.get(path) ?? []), line]);
      store.changed(line);
    }
  }
  for (const [path, lines] of alive) {
    store.setFileMap(path, encodeFileMap({ ids: Int32Array.from(lines, ({ id }) => id), prints: Float64Array.from(lines, ({ fingerprint }) => fingerprint), whole: true, touchedAt: start, lost: false }));
  }
  store.addComparison('unknown', place.mergedAt, null, 400);
  for (const { at } of place.ends) store.addComparison('unknown', place.mergedAt, at, 30);
  store.unitOfWork(() => undefined);
}

/** Where the contributions of one merge went, and the commits that later took lines of them away. */
interface Place {
  readonly commit: string;
  readonly committedAt: number;
  readonly merge: string;
  readonly mergedAt: number;
  readonly ends: readonly { readonly at: number; readonly commit: string }[];
}

function placeOf(last: Contribution, random: Random): Place {
  const mergedAt = last.at + day;
  const ends = Array.from({ length: 3 }, () => ({ at: mergedAt + random.int(1, 90 * 24) * hour, commit: random.hex(40) }));
  return { commit: random.hex(40), committedAt: last.at + hour, merge: random.hex(40), mergedAt, ends };
}

/** One line of ten is dropped before the commit; the end takes a block of six of twenty. */
function find(line: FollowedLine, path: string, place: Place, end: { readonly at: number; readonly commit: string; readonly cause: Cause } | null): void {
  line.place = 'none';
  if (line.ordinal >= 18) {
    line.death = { fate: 'dropped', cause: 'me', at: place.committedAt, commit: null };
    return;
  }
  line.first = { commit: place.commit, at: place.committedAt, path, line: 100 + line.ordinal };
  line.tier = 'exact';
  line.merged = { commit: place.merge, at: place.mergedAt };
  if (end !== null && line.ordinal < 6) line.death = { fate: 'rewritten', ...end };
  else line.place = 'trunk';
}
