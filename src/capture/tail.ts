import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { fingerprintBytes } from '../model/fingerprint.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import { blockReader } from './lineBlocks.ts';
import type { BlockLimits, LineBlock } from './lineBlocks.ts';

/** How far a file was read before. Part of a log cursor. */
export interface TailPosition {
  readonly identity: string;
  readonly size: number;
  readonly offset: number;
  readonly head: number;
}

/** What reading a file's new lines came to. */
export interface TailResult {
  readonly identity: string;
  /** Bytes the file had when it was opened; nothing beyond is read. */
  readonly size: number;
  readonly modifiedAt: number;
  /** Where the last complete line ends. A cut last line stays for the next time. */
  readonly offset: number;
  readonly head: number;
  readonly bytesRead: number;
  readonly restarted: boolean;
  /** Lines longer than the limit, passed over. */
  readonly tooLong: number;
}

/** What decides where reading starts, known before the first line is given. */
export interface TailStart {
  readonly from: number;
  readonly restarted: boolean;
}

/** Bytes that stand for a file's beginning. */
const headLength = 1024;

/**
 * Reads the complete lines that a growing file has beyond `position` (null: all of it), in blocks of whole lines.
 * Memory is bounded by the longest line allowed.
 *
 *   bytes  |------ read before ------|--- new lines ---|-- cut line --|
 *          ^head                     ^position.offset  ^result.offset ^size
 *
 * A file that shrank, that is another file by now, whose first bytes changed or whose position no longer
 * follows a line end was rewritten: it is read from the start, and `restarted` says so.
 *
 * @param begin is told where reading starts, before the first block
 * @param visit gets a block that is only valid during the call
 */
export async function tailLines(
  file: string, position: TailPosition | null, key: FingerprintKey,
  begin: (start: TailStart, read: (offset: number, length: number) => Promise<Buffer>) => Promise<void> | void,
  visit: (block: LineBlock) => void, limits?: BlockLimits,
): Promise<TailResult> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    const identity = identityOf(stat);
    const goesOn = position !== null && position.identity === identity && (await isContinued(handle, position, stat.size, key));
    const from = goesOn ? position.offset : 0;
    const restarted = position !== null && !goesOn;
    await begin({ from, restarted }, async (offset, length) => readFully(handle, offset, length));
    const read = await blockReader(handle, from, stat.size, visit, limits);
    return {
      identity, size: stat.size, modifiedAt: stat.mtimeMs, restarted,
      offset: read.offset, bytesRead: read.bytesRead, tooLong: read.tooLong,
      head: await headOf(handle, read.offset, key),
    };
  } finally {
    await handle.close();
  }
}

/** The name under which `LogCursor.identity` knows a file. */
export function identityOf(stat: { readonly dev: number; readonly ino: number }): string {
  return `${stat.dev}:${stat.ino}`;
}

async function isContinued(handle: FileHandle, position: TailPosition, size: number, key: FingerprintKey): Promise<boolean> {
  if (size < position.offset || size < position.size) return false;
  if (position.offset === 0) return true;
  const before = await readFully(handle, position.offset - 1, 1);
  return before[0] === 10 && (await headOf(handle, position.offset, key)) === position.head;
}

/** Fingerprint of the first bytes among those read and understood, so that a short file may grow. */
async function headOf(handle: FileHandle, offset: number, key: FingerprintKey): Promise<number> {
  const bytes = await readFully(handle, 0, Math.min(headLength, offset));
  return fingerprintBytes(key, bytes, 0, bytes.length);
}

async function readFully(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
