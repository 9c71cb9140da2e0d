import { open } from 'node:fs/promises';
import type * as nodeSqlite from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { CaptureContext, LogCursor, LogReading } from '../../model/captureSource.ts';
import { HumanError } from '../../model/humanError.ts';
import { startCollecting } from './collector.ts';
import type { Collector, SourceName } from './collector.ts';
import { stampOf, statOrNull, timeAtLeast } from './fileStamp.ts';

/** A database open for reading. */
export interface OpenDatabase {
  /** Columns of each table, by its name. Tables differ between versions of an agent. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows one at a time. Integers beyond 2^53 come back rounded. */
  readonly rows: (sql: string, ...values: readonly (string | number)[]) => Iterable<Readonly<Record<string, unknown>>>;
}

/** How a database that may be in use can be read without leaving anything beside it. */
type Way = 'live' | 'still' | 'left behind';

/** What `take` gives back: what the next reading needs to know, as small JSON, and whether only news were read. */
export interface DatabaseReading {
  readonly carry: string | null;
  readonly restarted: boolean;
}

/**
 * Reads a database that another program may be writing to. Nothing is written, and no file appears beside it:
 *
 *   a.db, a.db-wal, a.db-shm   in use: opened for reading, in short transactions of SQLite's own
 *   a.db                       at rest: opened as one that can't change (else SQLite would make the other two)
 *                              and dropped again if it did change meanwhile
 *   a.db, a.db-wal             left behind by a crash: only its own program may repair it
 *
 * @throws {HumanError} when it can't be read now, with what to do
 */
export async function readDatabase(
  source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext, take: (database: OpenDatabase, collector: Collector, atLeast: number) => DatabaseReading,
): Promise<LogReading> {
  const before = await stampOf(file);
  const way = await wayToRead(file);
  if (way === 'left behind') throw new HumanError(`${file} was left open by a crash and was not read. Start ${source.tool} once, end it, and scan again.`);
  const collector = startCollecting(source, context);
  const atLeast = timeAtLeast(before.stats, cursor?.modifiedAt ?? null);
  const done = withDatabase(file, way, (database) => take(database, collector, atLeast));
  const after = await stampOf(file);
  if (way === 'still' && (after.size !== before.size || after.modifiedAt !== before.modifiedAt)) throw busy(file);
  return collector.finish(
    { file, identity: before.identity, size: before.size, modifiedAt: before.modifiedAt, offset: before.size, head: 0, carry: done.carry },
    { bytesRead: before.size, restarted: done.restarted && cursor !== null, wasRelevant: cursor?.relevant === true, sessions: 'unordered' },
  );
}

function withDatabase<T>(file: string, way: Way, use: (database: OpenDatabase) => T): T {
  const sqlite = process.getBuiltinModule?.('node:sqlite') as typeof nodeSqlite | undefined;
  if (sqlite === undefined) throw new HumanError(`${file} can only be read with Node 22.13 or newer. Update Node, or VS Code to 1.104 or newer.`);
  const place = pathToFileURL(file);
  place.searchParams.set(way === 'still' ? 'immutable' : 'mode', way === 'still' ? '1' : 'ro');
  try {
    using database = new sqlite.DatabaseSync(place, { readOnly: true, timeout: 250 });
    const rows: OpenDatabase['rows'] = (sql, ...values) => database.prepare(sql).iterate(...values);
    const tables = new Map<string, Set<string>>();
    for (const { name } of rows(`SELECT name FROM sqlite_master WHERE type = 'table'`)) {
      tables.set(String(name), new Set([...rows('SELECT name FROM pragma_table_info(?)', String(name))].map((column) => String(column['name']))));
    }
    return use({ tables, rows });
  } catch (error) {
    throw isSqliteError(error) ? faultOf(file, error) : error;
  }
}

interface SqliteError extends Error {
  readonly errcode: number;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

/** The primary codes of SQLite: 5 busy, 6 locked; all others mean that the file is damaged or can't be opened. */
function faultOf(file: string, error: SqliteError): HumanError {
  const code = error.errcode & 0xff;
  return code === 5 || code === 6 ? busy(file) : new HumanError(`${file} could not be read (${error.message}). If its agent still shows this session, restart the agent and scan again.`);
}

function busy(file: string): HumanError {
  return new HumanError(`${file} was being written to and was not read this time. Scan again in a moment.`);
}

async function wayToRead(file: string): Promise<Way> {
  const log = await statOrNull(`${file}-wal`);
  if (!(await keepsWriteAheadLog(file))) return 'live';
  if (log === null) return 'still';
  if ((await statOrNull(`${file}-shm`)) !== null) return 'live';
  return log.size === 0 ? 'still' : 'left behind';
}

/** Byte 18 of the header is the write format: 2 is write-ahead logging. */
async function keepsWriteAheadLog(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(20), 0, 20, 0);
    return bytesRead === 20 && buffer[18] === 2;
  } finally {
    await handle.close();
  }
}
