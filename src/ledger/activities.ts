import { activityKinds } from '../model/activity.ts';
import type { ActivityInterval } from '../model/activity.ts';
import type { Ledger } from './ledger.ts';

/** Attended time: the ends of intervals, their kind and the repository, and nothing else. */
export const activityTable = `
CREATE TABLE activity (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (repo, started_at, ended_at, kind)
) WITHOUT ROWID;
`;

/** Keeps intervals that a window saw. The same ones again change nothing. */
export function addActivities(ledger: Ledger, repo: number, intervals: readonly ActivityInterval[]): void {
  if (intervals.length === 0) return;
  const insert = ledger.statement('INSERT OR IGNORE INTO activity (repo, started_at, ended_at, kind) VALUES (?, ?, ?, ?)');
  ledger.write(() => {
    for (const { kind, from, to } of intervals) insert.run(repo, from, to, kind);
  });
}

/** All intervals of a repository in order. Those of several windows may overlap. */
export function activities(ledger: Ledger, repo: number): ActivityInterval[] {
  const rows = ledger
    .statement('SELECT started_at, ended_at, kind FROM activity WHERE repo = ? ORDER BY started_at, ended_at, kind')
    .tuples<readonly [number, number, string]>(repo);
  return rows.flatMap(([from, to, name]) => {
    const kind = activityKinds.find((each) => each === name);
    return kind === undefined ? [] : [{ kind, from, to }];
  });
}
