import type { Ledger } from './ledger.ts';
import { commitBytes } from './numberBlob.ts';

/** A commit whose trailers or author name an AI tool: the whole commit, positive evidence only. */
export interface DeclaredCommit {
  readonly commit: string;
  readonly tool: string;
  /** UTC ms. */
  readonly at: number;
  readonly mine: boolean;
}

export interface DeclaredCount {
  readonly tool: string;
  readonly mine: boolean;
  readonly commits: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Keeps declarations; those held already are left alone. */
export function addDeclared(ledger: Ledger, repo: number, commits: readonly DeclaredCommit[]): void {
  const put = ledger.statement('INSERT INTO declared (repo, commit_id, tool, at, mine) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  ledger.write(() => {
    for (const { commit, tool, at, mine } of commits) put.run(repo, commitBytes(commit), tool, at, mine ? 1 : 0);
  });
}

/** Forgets all declarations of a repository, before its history is read anew. */
export function clearDeclared(ledger: Ledger, repo: number): void {
  ledger.statement('DELETE FROM declared WHERE repo = ?').run(repo);
}

/** Commits per tool, mine and others' (a total over everybody else) apart; ordered by (tool, mine first). */
export function declaredCounts(ledger: Ledger, repo: number): DeclaredCount[] {
  return ledger
    .statement('SELECT tool, mine, count(*), min(at), max(at) FROM declared WHERE repo = ? GROUP BY tool, mine ORDER BY tool, mine DESC')
    .tuples<readonly [string, number, number, number, number]>(repo)
    .map(([tool, mine, commits, firstAt, lastAt]) => ({ tool, mine: mine === 1, commits, firstAt, lastAt }));
}
