import { type MomentTable, momentTable, type TextTable, textTable } from './interning.ts';
import type { Ledger } from './ledger.ts';
import { cohortRollup, type Rollup } from './rollup.ts';
import { type UncommittedIndex, uncommittedIndex } from './uncommittedIndex.ts';

/** What reading and writing one repository's lines shares: the tables of things kept once, and the counts. */
export interface RepoTables {
  readonly ledger: Ledger;
  readonly repo: number;
  readonly names: TextTable;
  readonly paths: TextTable;
  readonly moments: MomentTable;
  readonly rollup: Rollup;
  readonly uncommitted: UncommittedIndex;
}

export function repoTables(ledger: Ledger, repo: number): RepoTables {
  return {
    ledger,
    repo,
    names: textTable(ledger, repo, 'name'),
    paths: textTable(ledger, repo, 'path'),
    moments: momentTable(ledger, repo),
    rollup: cohortRollup(ledger),
    uncommitted: uncommittedIndex(ledger, repo),
  };
}

/** Writes the counts and index entries that writing lines collected. Inside a write. */
export function saveCollected({ rollup, uncommitted }: RepoTables): void {
  rollup.save();
  uncommitted.save();
}

/** Forgets them, after a failure. */
export function clearCollected({ rollup, uncommitted }: RepoTables): void {
  rollup.clear();
  uncommitted.clear();
}
