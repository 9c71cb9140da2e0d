import type { HoursInterval, Revision } from '../model/workFacts.ts';
import type { Ledger } from './ledger.ts';

/** What each week's net hours were told to be last, and every time they were told differently. */
export const toldTables = `
CREATE TABLE told_week (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, week INTEGER NOT NULL, low REAL NOT NULL, mid REAL NOT NULL, high REAL NOT NULL,
  provisional INTEGER NOT NULL, PRIMARY KEY (repo, week)
) WITHOUT ROWID;
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, week INTEGER NOT NULL, at INTEGER NOT NULL,
  was_low REAL NOT NULL, was_mid REAL NOT NULL, was_high REAL NOT NULL, low REAL NOT NULL, mid REAL NOT NULL, high REAL NOT NULL, why TEXT NOT NULL
);
CREATE INDEX revision_repo ON revision (repo);
`;

/** A week's net hours as they were told. */
export interface ToldRow {
  /** UTC ms of the week's Monday. */
  readonly week: number;
  readonly net: HoursInterval;
  /** Its lines' 30 days were not over. */
  readonly provisional: boolean;
}

/** All told weeks of a repository, by week. */
export function toldWeeks(ledger: Ledger, repo: number): ToldRow[] {
  return ledger
    .statement('SELECT week, low, mid, high, provisional FROM told_week WHERE repo = ? ORDER BY week')
    .tuples<readonly [number, number, number, number, number]>(repo)
    .map(([week, low, mid, high, provisional]) => ({ week, net: { low, mid, high }, provisional: provisional === 1 }));
}

/** Notes what is told now. The list of revisions only grows. */
export function tellWeeks(ledger: Ledger, repo: number, told: readonly ToldRow[], revised: readonly Revision[]): void {
  if (told.length === 0 && revised.length === 0) return;
  const put = ledger.statement('INSERT OR REPLACE INTO told_week (repo, week, low, mid, high, provisional) VALUES (?, ?, ?, ?, ?, ?)');
  const add = ledger.statement('INSERT INTO revision (repo, week, at, was_low, was_mid, was_high, low, mid, high, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  ledger.write(() => {
    for (const { week, net, provisional } of told) put.run(repo, week, net.low, net.mid, net.high, provisional ? 1 : 0);
    for (const { week, at, was, now, why } of revised) add.run(repo, week, at, was.low, was.mid, was.high, now.low, now.mid, now.high, why);
  });
}

/** Every revision of a repository's weeks, in the order in which they came. */
export function revisions(ledger: Ledger, repo: number): Revision[] {
  return ledger
    .statement('SELECT week, at, was_low, was_mid, was_high, low, mid, high, why FROM revision WHERE repo = ? ORDER BY id')
    .tuples<readonly [number, number, number, number, number, number, number, number, Revision['why']]>(repo)
    .map(([week, at, wasLow, wasMid, wasHigh, low, mid, high, why]) => ({ week, at, was: { low: wasLow, mid: wasMid, high: wasHigh }, now: { low, mid, high }, why }));
}
