import { day } from '../model/time.ts';
import type { Ledger } from './ledger.ts';

/** Fingerprints of single lexical tokens are kept this long for lines that no commit holds yet. */
export const tokenRetention = 30 * day;

/**
 * Drops the token fingerprints of lines written more than 30 days ago. Those of lines that are in a commit went
 * when the commit was seen: from then on git holds the text. Deleted bytes are overwritten (`secure_delete`).
 * @param now UTC ms
 * @returns how many contributions it concerned
 */
export function applyRetention(ledger: Ledger, now: number): number {
  const drop = ledger.statement(`DELETE FROM token_block WHERE row IN (
    SELECT row FROM token_block CROSS JOIN contribution USING (row) WHERE at < ?)`);
  const dropped = ledger.write(() => drop.run(now - tokenRetention));
  giveBack(ledger);
  return dropped;
}

/** Gives empty pages back to the disk once they are a fifth of the file. */
function giveBack(ledger: Ledger): void {
  const { empty, pages } = ledger
    .statement('SELECT freelist_count AS empty, page_count AS pages FROM pragma_freelist_count, pragma_page_count')
    .get<{ empty: number; pages: number }>()!;
  if (empty * 5 > pages) ledger.statement('PRAGMA incremental_vacuum').all();
}
