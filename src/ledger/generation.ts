import { HumanError } from '../model/humanError.ts';
import type { Ledger } from './ledger.ts';

/** Counts finished units of work on a repository. */
export function readGeneration(ledger: Ledger, repo: number): number {
  const row = ledger.statement('SELECT generation FROM repo WHERE id = ?').get<{ generation: number }>(repo);
  if (row === undefined) throw new RangeError(`No repository ${repo} in the ledger.`);
  return row.generation;
}

/**
 * Two scans that worked from the same state would undo each other: the second one to finish is refused. Inside a write.
 * @param seen the generation that the work is based on
 * @returns the new one
 */
export function nextGeneration(ledger: Ledger, repo: number, seen: number): number {
  const moved = ledger.statement('UPDATE repo SET generation = ? WHERE id = ? AND generation = ?').run(seen + 1, repo, seen);
  if (moved === 1) return seen + 1;
  throw new HumanError('Another scan of this repository finished while this one ran, or its data was erased. Nothing was lost: run this again.');
}
