import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

/** What the ledger holds of what the editor saw. */
export interface EditorLedger {
  /** Files with contributions, relative to the repository, each once. */
  readonly paths: readonly string[];
  /** Characters that came into files, and those of them that could not be told apart. */
  readonly characters: number;
  readonly unknown: number;
}

/** @param home the person's */
export function readEditorLedger(home: string): EditorLedger {
  const database = new DatabaseSync(join(home, '.local/state/ai-net-value/ledger.sqlite'), { readOnly: true });
  try {
    // The extension may be writing at this moment.
    database.exec('PRAGMA busy_timeout = 10000');
    const paths = database
      .prepare("SELECT DISTINCT path.text AS path FROM contribution JOIN path ON path.id = contribution.path JOIN name ON name.id = contribution.source WHERE name.text = 'editor' ORDER BY 1")
      .all() as unknown as { path: string }[];
    const counts = database.prepare("SELECT records AS characters, unknown_records AS unknown FROM log_cursor WHERE source = 'editor'").get() as { characters: number; unknown: number } | undefined;
    return { paths: paths.map(({ path }) => path), characters: counts?.characters ?? 0, unknown: counts?.unknown ?? 0 };
  } finally {
    database.close();
  }
}

/** Reads until it is good, for half a minute at most. */
export async function waitForEditorLedger(home: string, good: (ledger: EditorLedger) => boolean): Promise<EditorLedger> {
  for (const started = performance.now(); ; await sleep(250)) {
    const ledger = readEditorLedger(home);
    if (good(ledger) || performance.now() - started > 30_000) return ledger;
  }
}
