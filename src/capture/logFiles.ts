import type { AgentSource, LogCursor } from '../model/captureSource.ts';
import { ownedByUser } from './ownership.ts';
import { stampOf } from './reading/fileStamp.ts';
import type { FileStamp } from './reading/fileStamp.ts';

/** A home folder whose logs are read. `env` only for the running user's usual home: it names further folders. */
export interface CaptureHome {
  readonly path: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A log file that has to be opened. */
export interface LogFile {
  readonly source: AgentSource;
  readonly file: string;
  readonly modifiedAt: number;
  readonly cursor: LogCursor | null;
}

/** What looking at the log files, without opening any, came to. */
export interface FoundLogs {
  /** Oldest first, so that a record copied into a later session is known as the earlier one's. */
  readonly toRead: readonly LogFile[];
  readonly found: ReadonlyMap<string, number>;
  readonly unchanged: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

/** How many files are looked at at the same time. */
const atOnce = 16;

/** Lists the log files of all sources and homes, and leaves out those that did not change since their cursor. */
export async function findLogs(
  sources: readonly AgentSource[], homes: readonly CaptureHome[], uid: number | undefined, cursorOf: (source: string, file: string) => LogCursor | null,
): Promise<FoundLogs> {
  const found = new Map<string, number>();
  const unchanged = new Map<string, number>();
  const problems: string[] = [];
  const foreign: string[] = [];
  const toRead: LogFile[] = [];
  const identities = new Set<string>();
  const located = new Map<string, AgentSource>();
  for (const source of sources) {
    found.set(source.id, 0);
    unchanged.set(source.id, 0);
  }
  // listed at the same time, taken in order: of a file that two sources list, the later one is it
  const lists = await Promise.all(sources.flatMap((source) => homes.map(async (home) => ({ source, files: await source.locate(home.path, home.env) }))));
  for (const { source, files } of lists) for (const file of files) located.set(file, source);
  const look = async ([file, source]: [string, AgentSource]): Promise<void> => {
    const stamp = await stampOrReason(file);
    // Gone since it was listed: agents delete old logs at any time.
    if (stamp === 'gone') return;
    if (stamp === 'refused') return void problems.push(`${file} cannot be reached. Give yourself permission to read it.`);
    // One file under two names is one log.
    if (identities.has(stamp.identity)) return;
    identities.add(stamp.identity);
    add(found, source.id);
    const cursor = cursorOf(source.id, file);
    if (!ownedByUser(stamp.stats, uid)) foreign.push(file);
    else if (!stamp.stats.isFile()) problems.push(`${file} cannot be listed. Give yourself permission to read it.`);
    else if (cursor !== null && isUnchanged(cursor, stamp)) add(unchanged, source.id);
    else toRead.push({ source, file, modifiedAt: stamp.modifiedAt, cursor });
  };
  const queue = [...located];
  for (let from = 0; from < queue.length; from += atOnce) await Promise.all(queue.slice(from, from + atOnce).map(look));
  if (foreign.length > 0) problems.push(foreignProblem(foreign.toSorted()));
  toRead.sort((left, right) => left.modifiedAt - right.modifiedAt || (left.file < right.file ? -1 : 1));
  return { toRead, found, unchanged, problems };
}

/** One sentence for all of them: a whole home may belong to someone else. */
function foreignProblem([first, ...more]: readonly string[]): string {
  if (more.length === 0) return `${first} belongs to another user and was not read. If it is yours, change its owner.`;
  return `${first} and ${more.length} other ${more.length === 1 ? 'log belongs' : 'logs belong'} to another user and were not read. If they are yours, change their owner.`;
}

function isUnchanged(cursor: LogCursor, stamp: FileStamp): boolean {
  return cursor.size === stamp.size && cursor.modifiedAt === stamp.modifiedAt && cursor.identity === stamp.identity;
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

async function stampOrReason(file: string): Promise<FileStamp | 'gone' | 'refused'> {
  try {
    return await stampOf(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ELOOP') return 'gone';
    if (code === 'EACCES' || code === 'EPERM') return 'refused';
    throw error;
  }
}
