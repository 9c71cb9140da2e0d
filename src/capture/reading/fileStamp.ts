import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { identityOf } from '../tail.ts';

/**
 * What tells without opening a file whether it changed. A SQLite database that is in use changes in the
 * write-ahead log beside it first, so that file counts with it.
 */
export interface FileStamp {
  readonly stats: Stats;
  readonly identity: string;
  /** Bytes, those of the write-ahead log included. */
  readonly size: number;
  /** UTC ms of the later change. */
  readonly modifiedAt: number;
}

/** Whether a file's name is that of a database that may have a write-ahead log. */
export function isDatabase(file: string): boolean {
  return /\.(?:db|sqlite|vscdb)$/.test(file);
}

/** Throws what `stat` throws for the file itself. */
export async function stampOf(file: string): Promise<FileStamp> {
  const stats = await stat(file);
  const log = isDatabase(file) ? await statOrNull(`${file}-wal`) : null;
  return {
    stats,
    identity: identityOf(stats),
    size: stats.size + (log?.size ?? 0),
    modifiedAt: Math.max(stats.mtimeMs, log?.mtimeMs ?? 0),
  };
}

/** Null where there is no such file. */
export async function statOrNull(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/**
 * A time not later than that of edits whose log has no times: the end of the last reading, before which they
 * were not there, or else when the file was made. Text is only looked for in commits made after it was
 * written, so the earliest possible time is the one that loses nothing.
 *
 * @param readBefore the cursor's `modifiedAt`; null at the first reading
 */
export function timeAtLeast(stats: Stats, readBefore: number | null): number {
  if (readBefore !== null) return Math.round(readBefore);
  // Some file systems know no time of birth, and say zero or something later than the last change.
  const born = stats.birthtimeMs > 0 ? stats.birthtimeMs : stats.mtimeMs;
  return Math.round(Math.min(born, stats.mtimeMs));
}
