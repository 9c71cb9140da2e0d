import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

/** Lines of a file that the ledger knows from the editor: accepted, and typed. */
export interface OriginLines {
  readonly editor: number;
  readonly hand: number;
}

/** Reads until it is good, for half a minute at most. */
export async function waitForEditorLines(home: string, path: string, good: (lines: OriginLines) => boolean): Promise<OriginLines> {
  for (const started = performance.now(); ; await sleep(250)) {
    const lines = readEditorLines(home, path);
    if (good(lines) || performance.now() - started > 30_000) return lines;
  }
}

function readEditorLines(home: string, path: string): OriginLines {
  const database = new DatabaseSync(join(home, '.local/state/ai-net-value/ledger.sqlite'), { readOnly: true });
  try {
    // The extension may be writing at this moment.
    database.exec('PRAGMA busy_timeout = 10000');
    const rows = database
      .prepare('SELECT name.text AS source, sum(lines) AS lines FROM contribution JOIN path ON path.id = contribution.path JOIN name ON name.id = contribution.source WHERE path.text = ? GROUP BY 1')
      .all(path) as unknown as { readonly source: string; readonly lines: number }[];
    const of = (source: string): number => rows.find((row) => row.source === source)?.lines ?? 0;
    return { editor: of('editor'), hand: of('hand') };
  } finally {
    database.close();
  }
}
