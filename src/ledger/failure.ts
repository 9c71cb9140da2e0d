import { dirname } from 'node:path';
import { HumanError } from '../model/humanError.ts';

/** SQLite's primary result codes that a person can do something about. */
const busyCode = 5;
const lockedCode = 6;
const corruptCode = 11;
const notADatabaseCode = 26;

const remedies: Readonly<Record<number, (file: string) => string>> = {
  [busyCode]: busySentence,
  [lockedCode]: busySentence,
  8: (file) => `The ledger ${file} can not be written: the disk or the file is read-only. Make it writable, or choose another place with --ledger FILE.`,
  10: (file) => `Reading or writing the ledger ${file} failed on the disk. Check the disk, or choose another place with --ledger FILE.`,
  13: (file) => `The disk that holds the ledger ${file} is full. Free some space and run this again; nothing was lost.`,
  14: (file) => `The ledger ${file} can not be opened. Check that its folder exists and is yours to write, or choose another place with --ledger FILE.`,
  23: (file) => `Access to the ledger ${file} was denied. Check its permissions, or choose another place with --ledger FILE.`,
};

const systemRemedies: Readonly<Record<string, (file: string) => string>> = {
  EACCES: (file) => `No permission to write in ${dirname(file)}. Give yourself write access to it, or choose another place with --ledger FILE.`,
  EPERM: (file) => `No permission to write in ${dirname(file)}. Give yourself write access to it, or choose another place with --ledger FILE.`,
  EROFS: (file) => `${dirname(file)} is on a read-only disk. Choose another place for the ledger with --ledger FILE.`,
  ENOSPC: (file) => `The disk that holds ${dirname(file)} is full. Free some space and run this again; nothing was lost.`,
  ENOTDIR: (file) => `${dirname(file)} can not be a folder: a part of it is a file. Choose another place for the ledger with --ledger FILE.`,
  ENOENT: (file) => `The folder ${dirname(file)} can not be made. Choose another place for the ledger with --ledger FILE.`,
  EISDIR: (file) => `${file} is a folder. Name a file with --ledger FILE.`,
  EBUSY: (file) => `${file} is in use by another program. Close other windows that use it and run this again.`,
};

function busySentence(file: string): string {
  return `Another AI Net Value process has been writing to the ledger ${file} for more than five seconds. Nothing was lost: run this again in a moment.`;
}

/** Says an error of SQLite or the file system in words with a remedy; anything else comes back as it is. */
export function ledgerFailure(error: unknown, file: string): unknown {
  if (HumanError.is(error)) return error;
  if (isCorrupt(error)) {
    return new HumanError(`The ledger ${file} is damaged. Run this again: it will be set aside, and a new one filled from logs and git.`, { cause: error });
  }
  const code = primaryCode(error);
  const remedy = code === null ? systemRemedies[systemCode(error) ?? ''] : remedies[code];
  return remedy === undefined ? error : new HumanError(remedy(file), { cause: error });
}

/** Whether SQLite says that the file's content makes no sense. */
export function isCorrupt(error: unknown): boolean {
  const code = primaryCode(error);
  return code === corruptCode || code === notADatabaseCode;
}

export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === busyCode || code === lockedCode;
}

/** Whether a file system call failed for this reason, e.g. `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(systemCode(error) ?? '');
}

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
