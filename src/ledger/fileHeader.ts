import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { hasCode } from './failure.ts';

/**
 * The first 100 bytes of an SQLite file, read without opening it as a database: opening may already write.
 *
 *   0  "SQLite format 3\0"   16  page size   28  pages   60  user_version   68  application_id   (big-endian)
 */
export interface FileHeader {
  /** Bytes of the file. */
  readonly size: number;
  /** Begins like every SQLite file. */
  readonly isSqlite: boolean;
  readonly version: number;
  readonly application: number;
  /** Bytes that the header says the file has. */
  readonly claimedSize: number;
}

const headerLength = 100;

/** Null where there is no file. */
export function readFileHeader(file: string): FileHeader | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(headerLength);
    const read = readSync(descriptor, bytes, 0, headerLength, 0);
    const pageSize = bytes.readUInt16BE(16);
    return {
      size: fstatSync(descriptor).size,
      isSqlite: read === headerLength && bytes.toString('latin1', 0, 16) === 'SQLite format 3\0',
      version: bytes.readUInt32BE(60),
      application: bytes.readUInt32BE(68),
      claimedSize: bytes.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize),
    };
  } finally {
    closeSync(descriptor);
  }
}
