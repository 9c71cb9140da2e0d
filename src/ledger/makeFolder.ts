import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from './failure.ts';

/**
 * Makes a folder and what is missing above it, for its owner alone. Node's own `recursive` never returns where
 * a file system says of every new folder that its parent is missing (`/proc`, some automounters).
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!hasCode(error, 'ENOENT') || existsSync(dirname(folder))) {
      // A disk that can't be written says so even of folders that are there.
      if (existsSync(folder)) return;
      throw error;
    }
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}
