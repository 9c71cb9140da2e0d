import { existsSync, renameSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { hasCode } from './failure.ts';
import { setAsideName, sidecars } from './ledgerFiles.ts';

/** Tells one file from another of the same name. */
export function fileIdentity(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Moves a ledger that can't be used out of the way, with what SQLite keeps beside it; nothing is deleted.
 * @param judged identity of the file that was found damaged: another process may have replaced it meanwhile
 * @returns the sentence to show, or null when another process was first
 */
export function setAside(file: string, judged: string | null, why: string, now: number): string | null {
  if (fileIdentity(file) !== judged) return null;
  const target = freeName(file, now);
  renameSync(file, target);
  for (const ending of sidecars) if (existsSync(file + ending)) renameSync(file + ending, target + ending);
  return `The ledger could not be used: ${why}. It was set aside as ${basename(target)}, and a new one is being filled from logs and git. What logs and git no longer hold is only in the old file.`;
}

function freeName(file: string, now: number): string {
  for (let later = now; ; later += 1000) {
    const name = setAsideName(file, later, 'sqlite');
    if (!existsSync(name)) return name;
  }
}
