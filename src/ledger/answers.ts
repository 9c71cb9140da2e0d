import type { FeltWeek, PaceRange } from '../model/episode.ts';
import type { Ledger } from './ledger.ts';

/** What a person answered: how weeks felt, and the pace they enter. Theirs, of no single repository. */
export const answerTables = `
CREATE TABLE felt_week (week INTEGER PRIMARY KEY, saved REAL NOT NULL, fixing REAL NOT NULL, at INTEGER NOT NULL);
CREATE TABLE pace_range (id INTEGER PRIMARY KEY CHECK (id = 1), low REAL NOT NULL, high REAL NOT NULL);
`;

/** Keeps the answer for a week; a later one replaces it. @param at UTC ms */
export function putFeltWeek(ledger: Ledger, { week, saved, fixing }: FeltWeek, at: number): void {
  ledger.statement('INSERT OR REPLACE INTO felt_week (week, saved, fixing, at) VALUES (?, ?, ?, ?)').run(week, saved, fixing, at);
}

/** All answers, by week. */
export function feltWeeks(ledger: Ledger): FeltWeek[] {
  return ledger.statement('SELECT week, saved, fixing FROM felt_week ORDER BY week').all<FeltWeek>().map((row) => ({ ...row }));
}

/** Keeps the range for 50 lines by hand; null takes it back. */
export function putPaceRange(ledger: Ledger, range: PaceRange | null): void {
  ledger.write(() => {
    ledger.statement('DELETE FROM pace_range').run();
    if (range !== null) ledger.statement('INSERT INTO pace_range (id, low, high) VALUES (1, ?, ?)').run(range.low, range.high);
  });
}

export function paceRange(ledger: Ledger): PaceRange | null {
  const row = ledger.statement('SELECT low, high FROM pace_range').get<PaceRange>();
  return row === undefined ? null : { ...row };
}
