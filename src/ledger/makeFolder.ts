import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from './failure.ts';

/**
 * Makes a folder and what is missing above it, for its owner alone. Node's own `recursive` never returns where
 * a file system says of every new folder that its parent is missing (`/proc`, some automounters).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was first.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
