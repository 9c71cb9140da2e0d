import type { Revision, ToldWeek } from '../model/workFacts.ts';
import type { Ledger } from './ledger.ts';

/** What each week's net hours were told to be last, and every time they were told differently. */
export const toldTables = `
CREATE TABLE told_week (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, week INTEGER NOT NULL, low REAL NOT NULL, mid REAL NOT NULL, high REAL NOT NULL,
  provisional INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (repo, week)
) WITHOUT ROWID;
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, week INTEGER NOT NULL, at INTEGER NOT NULL,
  was_low REAL NOT NULL, was_mid REAL NOT NULL, was_high REAL NOT NULL, low REAL NOT NULL, mid REAL NOT NULL, high REAL NOT NULL, why TEXT NOT NULL
);
CREATE INDEX revision_repo ON revision (repo);
`;

/** All told weeks of a repository, by week. */
export function toldWeeks(ledger: Ledger, repo: number): ToldWeek[] {
  return ledger
    .statement('SELECT week, low, mid, high, provisional FROM told_week WHERE repo = ? ORDER BY week')
    .tuples<readonly [number, number, number, number, number]>(repo)
    .map(([week, low, mid, high, provisional]) => ({ week, net: { low, mid, high }, provisional: provisional === 1 }));
}

/** UTC ms at which weeks were told last; null when they never were. */
export function lastTold(ledger: Ledger, repo: number): number | null {
  return ledger.statement('SELECT max(at) AS at FROM told_week WHERE repo = ?').get<{ at: number | null }>(repo)!.at;
}

/** Notes what is told now. The list of revisions only grows. @param at UTC ms */
export function tellWeeks(ledger: Ledger, repo: number, told: readonly ToldWeek[], revised: readonly Revision[], at: number): void {
  if (told.length === 0 && revised.length === 0) return;
  const put = ledger.statement('INSERT OR REPLACE INTO told_week (repo, week, low, mid, high, provisional, at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const add = ledger.statement('INSERT INTO revision (repo, week, at, was_low, was_mid, was_high, low, mid, high, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  ledger.write(() => {
    for (const { week, net, provisional } of told) put.run(repo, week, net.low, net.mid, net.high, provisional ? 1 : 0, at);
    for (const { week, at: when, was, now, why } of revised) add.run(repo, week, when, was.low, was.mid, was.high, now.low, now.mid, now.high, why);
  });
}

/** Every revision of a repository's weeks, in the order in which they came. */
export function revisions(ledger: Ledger, repo: number): Revision[] {
  return ledger
    .statement('SELECT week, at, was_low, was_mid, was_high, low, mid, high, why FROM revision WHERE repo = ? ORDER BY id')
    .tuples<readonly [number, number, number, number, number, number, number, number, Revision['why']]>(repo)
    .map(([week, at, wasLow, wasMid, wasHigh, low, mid, high, why]) => ({ week, at, was: { low: wasLow, mid: wasMid, high: wasHigh }, now: { low, mid, high }, why }));
}
