import type { Ledger } from './ledger.ts';

/** Things to look at that the person has seen and does not want to see again, by their stable keys. */
export function dismissals(ledger: Ledger, repo: number): Set<string> {
  const rows = ledger.statement('SELECT item FROM dismissal WHERE repo = ? ORDER BY item').tuples<readonly [string]>(repo);
  return new Set(rows.map(([item]) => item));
}

/** Those of all repositories whose keys begin so. */
export function dismissedAnywhere(ledger: Ledger, prefix: string): string[] {
  return ledger
    .statement('SELECT DISTINCT item FROM dismissal WHERE substr(item, 1, length(?)) = ? ORDER BY item')
    .tuples<readonly [string]>(prefix, prefix)
    .map(([item]) => item);
}

/** @param at UTC ms */
export function dismiss(ledger: Ledger, repo: number, item: string, at: number): void {
  ledger.statement('INSERT INTO dismissal (repo, item, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(repo, item, at);
}

export function undismiss(ledger: Ledger, repo: number, item: string): void {
  ledger.statement('DELETE FROM dismissal WHERE repo = ? AND item = ?').run(repo, item);
}
