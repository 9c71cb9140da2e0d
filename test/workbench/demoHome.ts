import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './program.ts';

/** Variables by which agents and git are told of other places than the home folder. */
const elsewhere = ['CLAUDE_CONFIG_DIR', 'CODEX_HOME', 'GEMINI_CLI_HOME', 'GIT_DIR', 'GIT_WORK_TREE', 'GIT_CONFIG_SYSTEM', 'APPDATA', 'LOCALAPPDATA'];

/** An environment in which agents' logs, git's identity and the ledger lie below `home`, and nothing of this person's is seen. */
export function demoEnvironment(home: string): Env {
  const stateHome = join(home, '.local/state');
  mkdirSync(stateHome, { recursive: true });
  return {
    ...Object.fromEntries(elsewhere.map((name) => [name, undefined])),
    HOME: home,
    USERPROFILE: home,
    XDG_STATE_HOME: stateHome,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
}
