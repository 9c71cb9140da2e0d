import { byteReader, byteWriter } from './byteWriter.ts';
import type { Ledger } from './ledger.ts';

/**
 * Counts of an episode's lines by what a report asks about, packed into one blob per episode: a report reads
 * a few thousand blobs instead of a hundred thousand rows. Each cohort takes eight packed numbers:
 *
 *   tool, kind (see packKind), committedAt, pushedAt, mergedAt, diedAt, lines, lost share in millionths
 *
 * Times are told by their distance from the one before (0: none, odd: later, even: earlier), the first from 1970.
 */

/** Which cohort of its episode a line belongs to. Times are UTC ms, 0 for none. */
export interface CohortPlace {
  readonly kind: number;
  readonly committedAt: number;
  readonly pushedAt: number;
  readonly mergedAt: number;
  readonly diedAt: number;
}

export interface Rollup {
  /** Adds lines to a cohort, or takes them out (negative counts). */
  add(episode: number, tool: number, place: CohortPlace, lines: number, lostShare: number): void;
  /** Writes all that was added since the last time. Inside a write. */
  save(): void;
  /** Forgets what was added and not saved. */
  clear(): void;
}

type Counts = { readonly tool: number; readonly place: CohortPlace; lines: number; lostShare: number };

export function cohortRollup(ledger: Ledger): Rollup {
  const added = new Map<number, Map<string, Counts>>();
  // Neighbouring lines mostly share their cohorts: the last few are found without putting a name together.
  const recent: { readonly episode: number; readonly counts: Counts }[] = [];
  const select = ledger.statement('SELECT cohorts FROM episode WHERE id = ?');
  const update = ledger.statement('UPDATE episode SET cohorts = ? WHERE id = ?');
  const clear = (): void => {
    added.clear();
    recent.length = 0;
  };
  return {
    add(episode, tool, place, lines, lostShare) {
      const again = recent.find((one) => one.episode === episode && one.counts.tool === tool && samePlace(one.counts.place, place));
      if (again !== undefined) {
        again.counts.lines += lines;
        again.counts.lostShare += lostShare;
        return;
      }
      const cohorts = added.get(episode) ?? new Map<string, Counts>();
      added.set(episode, cohorts);
      recent.unshift({ episode, counts: count(cohorts, tool, place, lines, lostShare) });
      if (recent.length > 4) recent.pop();
    },
    save() {
      for (const [episode, changes] of added) {
        const cohorts = read(select.get<{ cohorts: Uint8Array }>(episode)!.cohorts);
        for (const { tool, place, lines, lostShare } of changes.values()) count(cohorts, tool, place, lines, lostShare);
        update.run(packCohorts(filled(cohorts)), episode);
      }
      clear();
    },
    clear,
  };
}

function samePlace(one: CohortPlace, other: CohortPlace): boolean {
  return (
    one.kind === other.kind && one.committedAt === other.committedAt && one.pushedAt === other.pushedAt &&
    one.mergedAt === other.mergedAt && one.diedAt === other.diedAt
  );
}

function count(cohorts: Map<string, Counts>, tool: number, place: CohortPlace, lines: number, lostShare: number): Counts {
  const name = `${tool} ${place.kind} ${place.committedAt} ${place.pushedAt} ${place.mergedAt} ${place.diedAt}`;
  const known = cohorts.get(name);
  if (known === undefined) {
    const fresh = { tool, place, lines, lostShare };
    cohorts.set(name, fresh);
    return fresh;
  }
  known.lines += lines;
  known.lostShare += lostShare;
  return known;
}

function read(bytes: Uint8Array): Map<string, Counts> {
  const cohorts = new Map<string, Counts>();
  readCohorts(bytes, (tool, place, lines, lostShare) => void count(cohorts, tool, place, lines, lostShare));
  return cohorts;
}

/** Takes a blob of cohorts apart. */
export function readCohorts(bytes: Uint8Array, each: (tool: number, place: CohortPlace, lines: number, lostShare: number) => void): void {
  const reader = byteReader(bytes);
  let earlier = 0;
  const time = (): number => {
    const difference = reader.number();
    if (difference === 0) return 0;
    const half = Math.floor((difference - 1) / 2);
    return (earlier += difference % 2 === 1 ? half : -half - 1);
  };
  while (!reader.atEnd()) {
    earlier = 0;
    const tool = reader.number();
    const kind = reader.number();
    const place = { kind, committedAt: time(), pushedAt: time(), mergedAt: time(), diedAt: time() };
    each(tool, place, reader.number(), reader.number());
  }
}

export type CohortCounts = readonly [tool: number, place: CohortPlace, lines: number, lostShare: number];

/** The blob for these cohorts. */
export function packCohorts(cohorts: Iterable<CohortCounts>): Uint8Array {
  const writer = byteWriter();
  let earlier = 0;
  const time = (at: number): void => {
    if (at === 0) return writer.number(0);
    const difference = at - earlier;
    earlier = at;
    return writer.number(difference >= 0 ? difference * 2 + 1 : -difference * 2);
  };
  for (const [tool, place, lines, lostShare] of cohorts) {
    earlier = 0;
    writer.number(tool);
    writer.number(place.kind);
    for (const at of [place.committedAt, place.pushedAt, place.mergedAt, place.diedAt]) time(at);
    writer.number(lines);
    writer.number(lostShare);
  }
  return writer.done();
}

function* filled(cohorts: ReadonlyMap<string, Counts>): Generator<CohortCounts> {
  for (const { tool, place, lines, lostShare } of cohorts.values()) {
    if (lines < 0) throw new Error('A cohort can not hold fewer than no lines.');
    if (lines > 0) yield [tool, place, lines, lostShare];
  }
}
