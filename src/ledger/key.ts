import { createHash } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hasCode } from './failure.ts';
import { keyFileOf, setAsideName } from './ledgerFiles.ts';

export const keyLength = 16;

/** Fills that many bytes with secret randomness. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * The secret that a ledger's fingerprints are made with; made at the first call. It protects a ledger that
 * is copied without it, nothing more. Two processes that start at once agree on one: each writes its own
 * under another name and then links it in place, which fails for the second.
 * @returns 16 bytes
 */
export function ensureKey(file: string, random: RandomBytes, now: number): Uint8Array {
  const keyFile = keyFileOf(file);
  const held = readKey(keyFile);
  if (held?.length === keyLength) return held;
  if (held !== null) renameSync(keyFile, setAsideName(file, now, 'key'));
  const draft = `${keyFile}-${Buffer.from(random(8)).toString('hex')}`;
  writeFileSync(draft, random(keyLength), { mode: 0o600, flag: 'wx' });
  try {
    place(draft, keyFile);
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(keyFile);
  if (key?.length !== keyLength) throw new Error(`${keyFile} does not hold a key just after it was written.`);
  return key;
}

function place(draft: string, keyFile: string): void {
  try {
    linkSync(draft, keyFile);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    // File systems without hard links (FAT, some network shares): exclusive creation is the next best.
    if (!hasCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EMLINK', 'EISDIR')) throw error;
    placeByCopy(draft, keyFile);
  }
}

function placeByCopy(draft: string, keyFile: string): void {
  try {
    writeFileSync(keyFile, readFileSync(draft), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

/** Null where there is none. What others could read of it is taken back. */
function readKey(keyFile: string): Uint8Array | null {
  try {
    const bytes = readFileSync(keyFile);
    if (process.platform !== 'win32') chmodSync(keyFile, 0o600);
    return new Uint8Array(bytes);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Kept in the ledger to notice that its key was exchanged. Says nothing about the key: it has 128 random bits. */
export function keyCheck(key: Uint8Array): string {
  return createHash('sha256').update('ai-net-value key check').update(key).digest('hex').slice(0, 16);
}
