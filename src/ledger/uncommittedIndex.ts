import type { Ledger } from './ledger.ts';

/**
 * The index of lines in no commit by their loose fingerprint. Fingerprints are as good as random, so that every
 * change touches another page of it: changes are collected and made in the order of the index.
 */
export interface UncommittedIndex {
  enter(loose: number, line: number): void;
  leave(loose: number, line: number): void;
  /** Writes what was collected. Inside a write. */
  save(): void;
  clear(): void;
}

export function uncommittedIndex(ledger: Ledger, repo: number): UncommittedIndex {
  // By line: a line may enter and leave within one unit of work, and the last word counts.
  const changes = new Map<number, { readonly loose: number; readonly line: number; readonly inside: boolean }>();
  const insert = ledger.statement('INSERT INTO uncommitted_line (repo, loose, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const remove = ledger.statement('DELETE FROM uncommitted_line WHERE repo = ? AND loose = ? AND line = ?');
  return {
    enter: (loose, line) => void changes.set(line, { loose, line, inside: true }),
    leave: (loose, line) => void changes.set(line, { loose, line, inside: false }),
    save() {
      const sorted = [...changes.values()].toSorted((one, other) => one.loose - other.loose);
      for (const { loose, line, inside } of sorted) (inside ? insert : remove).run(repo, loose, line);
      changes.clear();
    },
    clear: () => changes.clear(),
  };
}
