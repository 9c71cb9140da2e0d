import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is made, and how one sees that it is whole. */
export interface Installation {
  readonly target: string;
  readonly isComplete: (folder: string) => boolean;
  /** Fills an empty folder. */
  readonly make: (folder: string) => Promise<void>;
  readonly print: (text: string) => void;
  /** Milliseconds between two looks at another run that is making the same. */
  readonly patience?: number;
}

/**
 * Makes a folder once, whoever asks for it and however often it was interrupted.
 *
 *     target.making-PID   where it is made          target   appears whole, by rename
 *     target.lock         names the run that makes it; one whose process is gone is taken over
 *
 * The lock only saves double work: if two runs ever make the same, the later rename wins, and both are whole.
 */
export async function installOnce({ target, isComplete, make, print, patience = 500 }: Installation): Promise<void> {
  if (isComplete(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  await takeLock(target, print, patience);
  try {
    if (isComplete(target)) return;
    removeLeftovers(target);
    const making = `${target}.making-${process.pid}`;
    mkdirSync(making);
    await make(making);
    rmSync(target, { recursive: true, force: true });
    renameSync(making, target);
  } finally {
    rmSync(lockOf(target), { force: true });
  }
}

function lockOf(target: string): string {
  return `${target}.lock`;
}

async function takeLock(target: string, print: (text: string) => void, patience: number): Promise<void> {
  const lock = lockOf(target);
  for (let waited = 0; !lockNow(lock); waited += 1) {
    if (!isRunning(ownerOf(lock))) {
      rmSync(lock, { force: true });
      continue;
    }
    if (waited === 0) print(`Waiting for another run that makes ${target} …`);
    await sleep(patience);
  }
}

/** Takes the lock unless it is taken. A link appears with its content at once, unlike a file that is made and then written. */
function lockNow(lock: string): boolean {
  const mine = `${lock}-${randomUUID()}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function ownerOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

/** Whether a process exists, whoever it belongs to. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Half-made folders of runs that were interrupted. */
function removeLeftovers(target: string): void {
  const prefix = `${basename(target)}.making-`;
  if (!existsSync(dirname(target))) return;
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number(name.slice(prefix.length));
    if (owner !== process.pid && isRunning(owner)) continue;
    rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
