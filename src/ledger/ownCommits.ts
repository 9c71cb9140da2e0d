import type { CommitId } from '../model/commit.ts';
import type { Ledger } from './ledger.ts';
import { commitBytes, commitOf } from './numberBlob.ts';

/** When the person wrote commits of their own: each is a sign that they were there. */
export const ownCommitTable = `
CREATE TABLE own_commit (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, commit_id BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (repo, commit_id)
) WITHOUT ROWID;
`;

/** One commit of the person's own. */
export interface OwnCommit {
  readonly commit: CommitId;
  /** UTC ms at which it was written (kept by rebase and amend). */
  readonly at: number;
}

/** Keeps commits. The same ones again change nothing. */
export function addOwnCommits(ledger: Ledger, repo: number, commits: readonly OwnCommit[]): void {
  if (commits.length === 0) return;
  const put = ledger.statement('INSERT OR IGNORE INTO own_commit (repo, commit_id, at) VALUES (?, ?, ?)');
  ledger.write(() => {
    for (const { commit, at } of commits) put.run(repo, commitBytes(commit), at);
  });
}

/** All of a repository's, ordered by (at, commit). */
export function ownCommits(ledger: Ledger, repo: number): OwnCommit[] {
  return ledger
    .statement('SELECT commit_id, at FROM own_commit WHERE repo = ? ORDER BY at, commit_id')
    .tuples<readonly [Uint8Array, number]>(repo)
    .map(([commit, at]) => ({ commit: commitOf(commit)!, at }));
}
