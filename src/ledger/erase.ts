import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ledgerFailure } from './failure.ts';
import type { Ledger } from './ledger.ts';
import { filesOf, isWindowFile } from './ledgerFiles.ts';

export interface Erased {
  /** Files that are gone. */
  readonly files: readonly string[];
  readonly repositories: number;
  /** Rows of all tables that are gone. */
  readonly rows: number;
}

/** Closes the ledger and removes it whole: database, key, what SQLite keeps beside it, copies set aside, and what windows left. */
export function eraseLedger(ledger: Ledger): Erased {
  const repositories = count(ledger, 'repo');
  const rows = tablesOf(ledger).reduce((sum, table) => sum + count(ledger, table), 0);
  ledger.close();
  return { files: eraseLedgerFiles(ledger.file), repositories, rows };
}

/**
 * Removes the files of a ledger that is not open, also of one that can't be opened.
 * @returns what was removed
 */
export function eraseLedgerFiles(file: string): string[] {
  const files = filesOf(file);
  for (const one of files) remove(one);
  return files;
}

/**
 * Removes one repository from the ledger and rewrites the file, so that nothing of it is left in free pages.
 * Copies set aside and what windows left go too: they may hold it as well, and can't be read apart.
 */
export function eraseRepository(ledger: Ledger, repo: number): Erased {
  const before = tablesOf(ledger).reduce((sum, table) => sum + count(ledger, table), 0);
  const repositories = count(ledger, 'repo');
  ledger.write(() => ledger.statement('DELETE FROM repo WHERE id = ?').run(repo));
  const after = tablesOf(ledger).reduce((sum, table) => sum + count(ledger, table), 0);
  ledger.run('VACUUM');
  ledger.statement('PRAGMA wal_checkpoint(TRUNCATE)').all();
  const files = filesOf(ledger.file).filter((file) => basename(file).includes('.corrupt-') || isWindowFile(file));
  for (const one of files) remove(one);
  return { files, repositories: repositories - count(ledger, 'repo'), rows: before - after };
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw ledgerFailure(error, file);
  }
}

function tablesOf(ledger: Ledger): string[] {
  return ledger
    .statement("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .tuples<readonly [string]>()
    .map(([name]) => name);
}

function count(ledger: Ledger, table: string): number {
  return ledger.statement(`SELECT count(*) AS rows FROM ${table}`).get<{ rows: number }>()!.rows;
}
