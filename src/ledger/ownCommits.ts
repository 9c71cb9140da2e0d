import type { CommitId } from '../model/commit.ts';
import type { Ledger } from './ledger.ts';
import { commitBytes, commitOf } from './numberBlob.ts';

/** The person's own commits: when they were written, and how many effective lines came with them. */
export const ownCommitTable = `
CREATE TABLE own_commit (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, commit_id BLOB NOT NULL, at INTEGER NOT NULL, branch INTEGER,
  added INTEGER, ai INTEGER NOT NULL, replaced INTEGER NOT NULL, removed INTEGER NOT NULL, PRIMARY KEY (repo, commit_id)
) WITHOUT ROWID;
`;

/** What one commit of the person's own brought. Lines are effective lines. */
export interface OwnCommit {
  readonly commit: CommitId;
  /** UTC ms at which it was written (kept by rebase and amend). */
  readonly at: number;
  /** The branch that first carried it, as far as it is known. */
  readonly branch: string | null;
  /** Lines that were on no branch before; null where nobody had reason to read its diff. */
  readonly added: number | null;
  /** Those of them that are AI's. */
  readonly ai: number;
  /** AI lines that it took away or rewrote, of all lines that it took away. */
  readonly replaced: number;
  readonly removed: number;
}

/** Keeps commits; what was known of one before is replaced. */
export function putOwnCommits(ledger: Ledger, repo: number, commits: readonly OwnCommit[], branchId: (name: string) => number): void {
  if (commits.length === 0) return;
  const put = ledger.statement('INSERT OR REPLACE INTO own_commit (repo, commit_id, at, branch, added, ai, replaced, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  ledger.write(() => {
    for (const { commit, at, branch, added, ai, replaced, removed } of commits) {
      put.run(repo, commitBytes(commit), at, branch === null ? null : branchId(branch), added, ai, replaced, removed);
    }
  });
}

/** All of a repository's, ordered by (at, commit). */
export function ownCommits(ledger: Ledger, repo: number): OwnCommit[] {
  return ledger
    .statement(`SELECT commit_id, at, name.text, added, ai, replaced, removed FROM own_commit LEFT JOIN name ON name.id = own_commit.branch
      WHERE own_commit.repo = ? ORDER BY at, commit_id`)
    .tuples<readonly [Uint8Array, number, string | null, number | null, number, number, number]>(repo)
    .map(([commit, at, branch, added, ai, replaced, removed]) => ({ commit: commitOf(commit)!, at, branch, added, ai, replaced, removed }));
}
