import type { Ledger } from './ledger.ts';

/** What was counted in one log file. */
export interface LogFileCounts {
  readonly source: string;
  /** UTC ms of its last change. */
  readonly modifiedAt: number;
  readonly records: number;
  /** Of an unknown kind, or no records at all. */
  readonly notUnderstood: number;
  /** Edits of any outcome, of this repository or another. */
  readonly edits: number;
}

/** Every log file, by source and then from the one that changed longest ago. */
export function logFileCounts(ledger: Ledger, repo: number): LogFileCounts[] {
  return ledger
    .statement(
      `SELECT source, modified_at, records, unknown_records + unreadable, accepted + rejected + failed + duplicates + elsewhere + max(unanswered, 0)
      FROM log_cursor WHERE repo = ? ORDER BY source, modified_at, file`,
    )
    .tuples<readonly [string, number, number, number, number]>(repo)
    .map(([source, modifiedAt, records, notUnderstood, edits]) => ({ source, modifiedAt, records, notUnderstood, edits }));
}
