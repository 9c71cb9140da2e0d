import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hasCode } from '../ledger/failure.ts';

const digestLength = 32;

/**
 * Reads what was compiled for an earlier run of this very build.
 *
 *   sha256 of what follows and the build's name   what V8 made
 *
 * V8 itself refuses what another version of it made, but neither damage nor what was made of another source. Code is
 * taken from nobody else: the file has to be the running user's, and no one else may be able to write it.
 * @param uid of the running user; undefined where there are none
 */
export function readCompiled(file: string, build: string, uid: number | undefined): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if (isOutOfReach(error)) return undefined;
    throw error;
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || (uid !== undefined && (stats.uid !== uid || (stats.mode & 0o022) !== 0))) return undefined;
    const bytes = readFileSync(descriptor);
    const code = bytes.subarray(digestLength);
    return digestOf(code, build).equals(bytes.subarray(0, digestLength)) ? code : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps it for the next run. Where nothing can be written, nothing is: the next run compiles again. */
export function writeCompiled(file: string, build: string, code: Buffer): void {
  const draft = `${file}-${process.pid}`;
  try {
    writeFileSync(draft, Buffer.concat([digestOf(code, build), code]), { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    if (existsSync(draft)) rmSync(draft);
  }
}

function digestOf(code: Uint8Array, build: string): Buffer {
  return createHash('sha256').update(build).update(code).digest();
}

function isOutOfReach(error: unknown): boolean {
  return hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EBUSY', 'EISDIR');
}
