import { posix, win32 } from 'node:path';

/** What decides where the ledger lies; passed in, so that every system can be tested on every other. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The running user's home folder. */
  readonly home: string;
}

/**
 * The user's own ledger: one for all repositories, editors and the command line. Never in a folder that
 * roams between machines or is synchronised.
 */
export function ledgerLocation({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') {
    return win32.join(absolute(env.LOCALAPPDATA, win32) ?? win32.join(home, 'AppData', 'Local'), 'ai-net-value', 'ledger.sqlite');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'ai-net-value', 'ledger.sqlite');
  return posix.join(absolute(env.XDG_STATE_HOME, posix) ?? posix.join(home, '.local', 'state'), 'ai-net-value', 'ledger.sqlite');
}

/** The XDG specification has relative values ignored; the same is right for Windows. */
function absolute(folder: string | undefined, path: typeof posix): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}
