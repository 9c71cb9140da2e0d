import { lineFlags } from '../model/lineText.ts';
import { decodePrints } from './lineBlock.ts';
import { packKind } from './lineCodec.ts';
import type { Ledger } from './ledger.ts';
import { clearCollected, repoTables, saveCollected } from './repoTables.ts';

interface Held {
  readonly id: string;
  readonly source: number;
  readonly tool: number;
  readonly episode: number;
  readonly grade: number;
  readonly mine: number;
  readonly lines: number;
  readonly waiting: number;
  readonly effective: number;
  readonly block: Uint8Array | null;
}

/**
 * Takes a contribution out again, since a better record of the same edit came.
 * @returns false when history was already found to hold lines of it: then it stays
 */
export function withdraw(ledger: Ledger, repo: number, row: number): boolean {
  const tables = repoTables(ledger, repo);
  const { rollup, uncommitted } = tables;
  const pending = { committedAt: 0, pushedAt: 0, mergedAt: 0, diedAt: 0 };
  try {
    return ledger.write(() => {
      const held = ledger
        .statement('SELECT id, source, tool, episode, grade, mine, contribution.lines AS lines, waiting, effective, line_block.lines AS block FROM contribution LEFT JOIN line_block USING (row) WHERE repo = ? AND row = ?')
        .get<Held>(repo, row);
      if (held === undefined || held.waiting !== held.lines) return false;
      const { tool, episode, grade, mine, lines, effective, block } = held;
      const remove = (count: number, flags: number): void => {
        if (count > 0) rollup.add(episode, tool, { ...pending, kind: packKind(grade, mine === 1, flags, 0, false) }, -count, 0);
      };
      remove(effective, 0);
      remove(lines - effective, lineFlags.blank);
      if (block !== null) for (const { ordinal, loose } of decodePrints(block, lines, new Map())) uncommitted.leave(loose, row + 1 + ordinal);
      ledger.statement('DELETE FROM contribution WHERE row = ?').run(row);
      ledger.statement('UPDATE source SET contributions = contributions - 1, lines = lines - ? WHERE repo = ? AND source = (SELECT text FROM name WHERE id = ?)').run(lines, repo, held.source);
      ledger.statement('DELETE FROM source WHERE repo = ? AND contributions = 0').run(repo);
      saveCollected(tables);
      return true;
    });
  } finally {
    clearCollected(tables);
  }
}
