import type { Clock } from '../model/time.ts';
import { hasCode } from './failure.ts';
import type { Ledger } from './ledger.ts';

/** Who wants to scan. `token` is random for each process: process ids are given out again. */
export interface LeaseOwner {
  readonly pid: number;
  readonly token: string;
}

export interface Lease {
  /** Holds on for another term. False when it was lost meanwhile (the machine slept past the term). */
  renew(): boolean;
  release(): void;
}

export interface LeaseOptions {
  readonly owner: LeaseOwner;
  readonly now: Clock;
  /** Milliseconds after which it lapses unless renewed. */
  readonly term?: number;
  /** Whether a process of that id runs on this machine. */
  readonly isRunning?: (pid: number) => boolean;
}

/** One scan at a time for each repository, across windows and terminals. Null while somebody else holds it. */
export function takeLease(ledger: Ledger, repo: number, options: LeaseOptions): Lease | null {
  const { owner, now, term = 60_000, isRunning = isProcessRunning } = options;
  const held = ledger.statement('SELECT pid, owner, expires_at FROM lease WHERE repo = ?');
  const put = ledger.statement(
    'INSERT INTO lease (repo, pid, owner, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET pid = excluded.pid, owner = excluded.owner, expires_at = excluded.expires_at',
  );
  const extend = ledger.statement('UPDATE lease SET expires_at = ? WHERE repo = ? AND owner = ?');
  const remove = ledger.statement('DELETE FROM lease WHERE repo = ? AND owner = ?');
  const taken = ledger.write(() => {
    const [current] = held.tuples<readonly [number, string, number]>(repo);
    if (current !== undefined) {
      const [pid, token, expiresAt] = current;
      if (token !== owner.token && expiresAt > now() && isRunning(pid)) return false;
    }
    put.run(repo, owner.pid, owner.token, now() + term);
    return true;
  });
  if (!taken) return null;
  return {
    renew: () => extend.run(now() + term, repo, owner.token) === 1,
    release: () => void remove.run(repo, owner.token),
  };
}

/** Signal 0 asks without sending: EPERM means that it runs and belongs to somebody else. */
function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
