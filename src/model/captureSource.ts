import type { Contribution } from './contribution.ts';
import type { FingerprintKey } from './fingerprint.ts';
import type { Grade } from './provenance.ts';
import type { SessionTurns } from './sessionTurns.ts';

/** What a capture source counts while it reads. Nothing is dropped silently. */
export interface CaptureCounts {
  records: number;
  accepted: number;
  rejected: number;
  failed: number;
  /** The same edit read again: resumed, forked or compacted sessions copy records. */
  duplicates: number;
  /** Accepted edits to files that belong to no known working tree of this repository. */
  elsewhere: number;
  /** Calls whose result was not seen yet. A later reading that finds the result takes them off again, so it can be negative; sums hold. */
  unanswered: number;
  /** Records of a kind this reader does not know. */
  unknownRecords: number;
  /** Lines that are no valid JSON, cut, or longer than the limit. */
  unreadable: number;
}

/** How far one log file was read. Written with what was read from it, in one transaction. */
export interface LogCursor {
  readonly file: string;
  /** Device and inode, to notice that a name now means another file. */
  readonly identity: string;
  readonly size: number;
  readonly modifiedAt: number;
  /** Bytes read and understood; the next read starts here. */
  readonly offset: number;
  /** Keyed fingerprint of the first bytes, to notice a rewritten file. */
  readonly head: number;
  /** What the reader has to remember across the cut (calls waiting for their result), as small JSON; no text. */
  readonly carry: string | null;
  /** Sessions in this file that belong to another repository are left alone. */
  readonly relevant: boolean;
}

/** A session that touched this repository. */
export interface SessionFacts {
  readonly id: string;
  readonly source: string;
  readonly tool: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What came out of reading one log file from its cursor on. */
export interface LogReading {
  readonly contributions: readonly Contribution[];
  readonly sessions: readonly SessionFacts[];
  /** When persons and agents took turns in these sessions. */
  readonly turns: readonly SessionTurns[];
  readonly cursor: LogCursor;
  readonly counts: CaptureCounts;
  readonly bytesRead: number;
  /** The file shrank or was rewritten and was read again from the start. */
  readonly restarted: boolean;
}

/** Turns an absolute path an agent wrote into this repository's own. See git/pathMapping. */
export interface PathMapper {
  /** `cwd` is the agent's working directory, for relative paths and worktrees that are gone. Null: not this repository's. */
  map(absolutePath: string, cwd: string | null): { readonly path: string; readonly worktree: string } | null;
}

/** Everything a log reader is given. */
export interface CaptureContext {
  readonly key: FingerprintKey;
  readonly paths: PathMapper;
  /** True when a contribution of this id is already held (another file copied it). */
  readonly known: (id: string) => boolean;
  /** Calls counted so far in this run, whatever became of them; readers add to it. Logs copy each other's records. */
  readonly seen?: Set<string>;
}

/** One agent whose logs can be read. A registry lists them; adding one is one file and one line. */
export interface AgentSource {
  readonly id: string;
  readonly tool: string;
  /** For people: `Claude Code`. */
  readonly name: string;
  readonly grade: Grade;
  /** Which parts of the format were seen in real files and which only in source. Shown by `sources`. */
  readonly verified: string;
  /** Log files under a home folder, in any order (they are read oldest first). Missing folders are no error. */
  readonly locate: (home: string, env: Readonly<Record<string, string | undefined>>) => Promise<readonly string[]>;
  /** Reads a file from where the cursor ends (null: from the start). */
  readonly read: (file: string, cursor: LogCursor | null, context: CaptureContext) => Promise<LogReading>;
}

export function emptyCounts(): CaptureCounts {
  return { records: 0, accepted: 0, rejected: 0, failed: 0, duplicates: 0, elsewhere: 0, unanswered: 0, unknownRecords: 0, unreadable: 0 };
}

/** Adds counts to a running total. */
export function addCounts(total: CaptureCounts, counts: CaptureCounts): void {
  for (const name of Object.keys(total) as (keyof CaptureCounts)[]) total[name] += counts[name];
}
