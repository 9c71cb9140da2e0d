import type { ComparisonCohort } from '../model/cohort.ts';
import type { Ledger } from './ledger.ts';
import { float64Bytes, float64sOf } from './numberBlob.ts';

type Origin = ComparisonCohort['origin'];

/** Counts of comparison lines: one row for each origin and merge, holding (death or 0, lines) pairs. */
export interface ComparisonRollup {
  add(origin: Origin, mergedAt: number, diedAt: number | null, lines: number): void;
  /** Writes all that was added since the last time. Inside a write. */
  save(): void;
  clear(): void;
}

export function comparisonRollup(ledger: Ledger, repo: number): ComparisonRollup {
  const added = new Map<Origin, Map<number, Map<number, number>>>();
  const select = ledger.statement('SELECT ends FROM comparison WHERE repo = ? AND origin = ? AND merged_at = ?');
  const put = ledger.statement(
    'INSERT INTO comparison (repo, origin, merged_at, ends) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET ends = excluded.ends',
  );
  const remove = ledger.statement('DELETE FROM comparison WHERE repo = ? AND origin = ? AND merged_at = ?');
  const saveOne = (origin: Origin, mergedAt: number, changes: ReadonlyMap<number, number>): void => {
    const held = select.get<{ ends: Uint8Array }>(repo, origin, mergedAt);
    const ends = new Map<number, number>(held === undefined ? [] : pairs(held.ends));
    for (const [diedAt, lines] of changes) ends.set(diedAt, (ends.get(diedAt) ?? 0) + lines);
    const left = [...ends].filter(([, lines]) => lines !== 0);
    if (left.length === 0) remove.run(repo, origin, mergedAt);
    else put.run(repo, origin, mergedAt, float64Bytes(left.flat()));
  };
  return {
    add(origin, mergedAt, diedAt, lines) {
      const merges = added.get(origin) ?? new Map<number, Map<number, number>>();
      added.set(origin, merges);
      const ends = merges.get(mergedAt) ?? new Map<number, number>();
      merges.set(mergedAt, ends);
      ends.set(diedAt ?? 0, (ends.get(diedAt ?? 0) ?? 0) + lines);
    },
    save() {
      for (const [origin, merges] of added) for (const [mergedAt, changes] of merges) saveOne(origin, mergedAt, changes);
      added.clear();
    },
    clear: () => added.clear(),
  };
}

function* pairs(bytes: Uint8Array): Generator<readonly [number, number]> {
  const numbers = float64sOf(bytes);
  for (let at = 0; at < numbers.length; at += 2) yield [numbers[at]!, numbers[at + 1]!];
}

/** All comparison cohorts of a repository, ordered by (origin, mergedAt, diedAt with none first). */
export function comparisonCohorts(ledger: Ledger, repo: number): ComparisonCohort[] {
  const rows = ledger
    .statement('SELECT origin, merged_at, ends FROM comparison WHERE repo = ? ORDER BY origin, merged_at')
    .tuples<readonly [Origin, number, Uint8Array]>(repo);
  const cohorts: ComparisonCohort[] = [];
  for (const [origin, mergedAt, ends] of rows) {
    const sorted = [...pairs(ends)].toSorted((one, other) => one[0] - other[0]);
    for (const [diedAt, lines] of sorted) cohorts.push({ origin, mergedAt, diedAt: diedAt === 0 ? null : diedAt, lines });
  }
  return cohorts;
}
