import { join, resolve } from 'node:path';

/** A folder in which an agent keeps its logs, and which files there are logs. */
export interface LogFolder {
  readonly folder: string;
  /** Glob below the folder. */
  readonly pattern: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Where each agent's logs appear, by its id in the registry of capture. */
const agents: Readonly<Record<string, (homes: readonly string[], env: Env) => readonly LogFolder[]>> = {
  'claude-code': (homes, env) => {
    const own = homes[0] ?? '';
    const named = (env['CLAUDE_CONFIG_DIR'] ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
    const listed = named.map((part) => resolve(own, part.replace(/^~(?=$|[\\/])/, own)));
    const folders = [...listed, ...homes.flatMap((home) => [join(home, '.claude'), join(home, '.config', 'claude')])];
    return folders.map((folder) => ({ folder: join(folder, 'projects'), pattern: '**/*.jsonl' }));
  },
};

/** Agents whose logs are watched. */
export const watchedAgents: readonly string[] = Object.keys(agents);

/**
 * The folders to watch, each once; they need not exist yet.
 * @param homes the user's own first, which the variables of `env` belong to
 */
export function logFolders(homes: readonly string[], env: Env): readonly LogFolder[] {
  const all = Object.values(agents).flatMap((foldersOf) => foldersOf(homes, env));
  return [...new Map(all.map((one) => [`${one.folder}\n${one.pattern}`, one])).values()];
}
