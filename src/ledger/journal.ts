import { statfsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isBusy } from './failure.ts';
import { scalar } from './sqlite.ts';

/** File systems on which several processes can't share memory, which WAL needs. Numbers of Linux' statfs(2). */
const sharedDisks = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB 2'],
  [0x5346414f, 'AFS'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x786f4256, 'VirtualBox'],
]);

/** The name of the network file system that holds a folder, or null. */
export function networkDisk(folder: string, platform: NodeJS.Platform, type = (path: string): number => statfsSync(path).type): string | null {
  if (platform === 'win32') return /^[\\/]{2}/.test(folder) ? 'a network share' : null;
  return platform === 'linux' ? (sharedDisks.get(type(folder) >>> 0) ?? null) : null;
}

const patience = 5000;
const pause = 20;

/**
 * Sets write-ahead logging, or the older rollback journal where it isn't safe.
 * @returns a sentence to show where it had to be the older one, else null
 */
export function setJournal(database: DatabaseSync, network: string | null): string | null {
  const mode = switchJournal(database, network === null ? 'wal' : 'delete');
  if (mode === 'wal') return null;
  const where = network === null ? 'a disk that does not support shared memory' : `a network disk (${network})`;
  return `The ledger lies on ${where}: it is written more slowly there, and several programs may wait for each other. A local disk is better: --ledger FILE.`;
}

/** The switch needs the file alone for a moment, and SQLite does not wait for that by itself. */
function switchJournal(database: DatabaseSync, wanted: 'wal' | 'delete'): string {
  for (let waited = 0; ; waited += pause) {
    try {
      return String(scalar(database, `PRAGMA journal_mode = ${wanted}`));
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}
