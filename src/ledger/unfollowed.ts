import type { Ledger } from './ledger.ts';

/**
 * Contributions that came in between two scans: the next one is to look for them, also in commits that were
 * followed already.
 */
export const unfollowedTable = `
CREATE TABLE unfollowed (
  id INTEGER PRIMARY KEY AUTOINCREMENT, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, at INTEGER NOT NULL, path TEXT NOT NULL
);
CREATE INDEX unfollowed_repo ON unfollowed (repo);
`;

/** One such contribution: when its text was written (UTC ms), and where. */
export interface Unfollowed {
  readonly id: number;
  readonly at: number;
  readonly path: string;
}

/** Inside the write that keeps the contribution. */
export function addUnfollowed(ledger: Ledger, repo: number, at: number, path: string): void {
  ledger.statement('INSERT INTO unfollowed (repo, at, path) VALUES (?, ?, ?)').run(repo, at, path);
}

/** In the order in which they came. */
export function unfollowed(ledger: Ledger, repo: number): Unfollowed[] {
  return ledger.statement('SELECT id, at, path FROM unfollowed WHERE repo = ? ORDER BY id').all<Unfollowed>(repo);
}

/** They were looked for; those that came meanwhile stay. */
export function removeUnfollowed(ledger: Ledger, repo: number, seen: readonly Unfollowed[]): void {
  const last = seen.at(-1);
  if (last !== undefined) ledger.statement('DELETE FROM unfollowed WHERE repo = ? AND id <= ?').run(repo, last.id);
}
