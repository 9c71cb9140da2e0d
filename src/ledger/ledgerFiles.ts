import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './failure.ts';

/** `…/ledger.sqlite` → `…/ledger`: all files of one ledger begin with it. */
function stem(file: string): string {
  return file.replace(/\.(?:sqlite3?|db)$/i, '');
}

/** The key of a ledger lies beside it, under the same name. */
export function keyFileOf(file: string): string {
  return `${stem(file)}.key`;
}

/** What the windows of one workspace leave to the next: where AI and typed text is in its open files, and the key of that. */
export interface WindowFiles {
  readonly spans: string;
  readonly key: string;
}

/** The files of a workspace beside the ledger, so that they are shown and erased with it. The id is of word characters. */
export function windowFilesOf(file: string, workspace: string): WindowFiles {
  const name = `${stem(file)}.window-${workspace}`;
  return { spans: `${name}.json`, key: `${name}.key` };
}

/** Whether a file of a ledger is one of `windowFilesOf`. */
export function isWindowFile(file: string): boolean {
  return /\.window-\w+\.(?:json|key)(?:\.new)?$/.test(file);
}

/** What V8 made of the program for a command of the command line. */
export function compiledFileOf(file: string, command: string): string {
  return `${stem(file)}.compiled-${command}`;
}

/** Present after something in the ledger could not be read: the next start checks all of it. */
export function damageMarkOf(file: string): string {
  return `${stem(file)}.damaged`;
}

/** What SQLite keeps beside a database. */
export const sidecars = ['-wal', '-shm', '-journal'] as const;

/** A name for a file that is set aside, with the time of day in UTC: `ledger.corrupt-20260131T120000Z.sqlite`. */
export function setAsideName(file: string, now: number, ending: 'sqlite' | 'key'): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${stem(file)}.corrupt-${time}.${ending}`;
}

/** Every file of this ledger that exists: database, what SQLite keeps beside it, key, mark, copies set aside, windows, what was compiled. */
export function filesOf(file: string): string[] {
  const folder = dirname(file);
  const own = new Set([file, ...sidecars.map((ending) => file + ending), keyFileOf(file), damageMarkOf(file)].map((one) => basename(one)));
  const name = basename(stem(file));
  return namesIn(folder)
    .filter((one) => own.has(one) || one.startsWith(`${name}.corrupt-`) || one.startsWith(`${name}.key-`) || one.startsWith(`${name}.compiled-`) || (one.startsWith(`${name}.window-`) && isWindowFile(one)))
    .toSorted()
    .map((one) => join(folder, one));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
