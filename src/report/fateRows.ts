import { type Fate, causes, fates, isAlive, isDead } from '../model/fate.ts';
import type { FateRow } from '../model/readModel.ts';
import { count, type ViewedLines } from './evidence.ts';

/** What became of the lines written in the window, one row a fate (also when it is empty). */
export function fateRows(rows: readonly ViewedLines[]): FateRow[] {
  return fates.map((fate) => {
    const lines = count(rows, { fate });
    const byCause = isDead(fate) || fate === 'edited';
    return {
      fate,
      kind: kindOf(fate),
      lines,
      causes: byCause ? causes.map((cause) => ({ cause, figure: count(rows, { fate, cause }) })) : [],
      retained: fate === 'edited' && lines.lines > 0 ? meanRetained(rows, fate) : null,
    };
  });
}

function kindOf(fate: Fate): FateRow['kind'] {
  if (isAlive(fate)) return 'alive';
  if (isDead(fate)) return 'dead';
  return fate === 'pending' ? 'open' : 'unknown';
}

function meanRetained(rows: readonly ViewedLines[], fate: Fate): number {
  let lines = 0;
  let retained = 0;
  for (const row of rows) {
    if (!row.view.inWindow || row.view.fate !== fate) continue;
    lines += row.lines;
    retained += row.retained;
  }
  return Math.min(1, Math.max(0, retained / lines));
}
