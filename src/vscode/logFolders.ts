import { join } from 'node:path';

/** A folder in which an agent keeps its logs, and which files there are logs. */
export interface LogFolder {
  readonly folder: string;
  /** Glob below the folder. */
  readonly pattern: string;
}

/** Where agents' logs appear; the folders need not exist yet. */
export function logFolders(homes: readonly string[], env: Readonly<Record<string, string | undefined>>): readonly LogFolder[] {
  const claude = [...homes.map((home) => join(home, '.claude')), ...(env['CLAUDE_CONFIG_DIR'] === undefined ? [] : [env['CLAUDE_CONFIG_DIR']])];
  return [...new Set(claude)].map((folder) => ({ folder: join(folder, 'projects'), pattern: '**/*.jsonl' }));
}
