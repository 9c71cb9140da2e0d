import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asArguments, asArray, asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import type { Collector, SourceName } from '../../reading/collector.ts';
import { readDatabase } from '../../reading/sqliteFile.ts';
import type { DatabaseReading, OpenDatabase } from '../../reading/sqliteFile.ts';
import { isEditPart, takeToolPart } from './toolPart.ts';

/** What the next reading needs to know. */
interface Carry {
  /** Up to when changes were read, UTC ms. */
  readonly since: number;
  /** Parts read that changed in that very millisecond: others may still appear. */
  readonly last: readonly string[];
  /** Calls of this repository that were counted as unanswered. */
  readonly open: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

const mostKept = 100;

/** Reads what changed in a database since the last reading: parts carry the time of their last change. */
export async function readPartDatabase(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readDatabase(source, file, cursor, context, (database, collector) => readParts(database, collector, readCarry(cursor?.carry ?? null)));
}

function readParts(database: OpenDatabase, collector: Collector, { since, last, open }: Carry): DatabaseReading {
  const columns = database.tables.get('part');
  if (columns?.has('data') !== true || !columns.has('time_updated')) {
    collector.counts.unknownRecords++;
    return { carry: JSON.stringify({ since, last, open } satisfies Carry), restarted: false };
  }
  const wanted = selectParts(database);
  const { counts } = collector;
  const stillOpen: string[] = [];
  let latest = since;
  let atLatest = [...last];
  const takeRow = (row: Row, id: string): void => {
    counts.records++;
    const part = asArguments(row['data']);
    if (part === null) return void counts.unreadable++;
    const message = asArguments(row['message']);
    const session = asName(row['session_id']) ?? '';
    const cwd = asName(asObject(message?.['path'])?.['cwd']) ?? asName(row['directory']);
    const at = asTime(row['time_updated']);
    collector.seen(session, cwd, at);
    if (!isEditPart(part)) return;
    const unanswered = counts.unanswered;
    takeToolPart(part, { session, cwd, model: modelOf(message), at }, collector);
    if (counts.unanswered > unanswered) stillOpen.push(id);
  };
  for (const row of database.rows(`${wanted} WHERE p.time_updated >= ? AND p.data LIKE '%"tool"%' ORDER BY p.time_updated, p.id`, since)) {
    const id = String(row['id']);
    const updated = Number(row['time_updated']);
    if (updated === since && last.includes(id)) continue;
    if (updated > latest) atLatest = [];
    if (updated >= latest) atLatest.push(id);
    latest = Math.max(latest, updated || 0);
    takeRow(row, id);
  }
  // Those counted before are taken off, and counted again as long as nothing answers them.
  counts.unanswered -= open.length;
  for (const id of open) for (const row of database.rows(`${wanted} WHERE p.id = ? AND (p.time_updated < ? OR p.time_updated = ?)`, id, since, last.includes(id) ? since : -1)) takeRow(row, id);
  takeTurns(database, since, collector);
  return { carry: JSON.stringify({ since: latest, last: atLatest.slice(-mostKept), open: stillOpen.slice(-mostKept) } satisfies Carry), restarted: false };
}

/** Whose turn it was: all messages of the sessions in which something changed. Subagents' sessions have a parent. */
function takeTurns({ tables, rows }: OpenDatabase, since: number, collector: Collector): void {
  const message = tables.get('message');
  const session = tables.get('session');
  if (message?.has('time_created') !== true || !message.has('session_id') || !message.has('time_updated') || session?.has('directory') !== true) return;
  const own = session.has('parent_id') ? 'AND s.parent_id IS NULL' : '';
  const wanted = `SELECT m.data, m.session_id, m.time_created, s.directory FROM message m JOIN session s ON s.id = m.session_id
    WHERE m.session_id IN (SELECT session_id FROM message WHERE time_updated >= ?) ${own} ORDER BY m.session_id, m.time_created, m.id`;
  for (const row of rows(wanted, since)) {
    const about = asArguments(row['data']);
    const by = about?.['role'] === 'user' ? 'person' : about?.['role'] === 'assistant' ? 'agent' : null;
    const at = asTime(asObject(about?.['time'])?.['completed']) ?? asTime(row['time_created']);
    if (by !== null) collector.turn(by, asName(row['session_id']) ?? '', asName(asObject(about?.['path'])?.['cwd']) ?? asName(row['directory']), at);
  }
}

/** Older databases lack some tables and columns; what is not there is null. */
function selectParts({ tables }: OpenDatabase): string {
  const message = tables.get('message')?.has('data') === true && tables.get('part')?.has('message_id') === true;
  const session = tables.get('session')?.has('directory') === true && tables.get('part')?.has('session_id') === true;
  const from = `part p${message ? ' LEFT JOIN message m ON m.id = p.message_id' : ''}${session ? ' LEFT JOIN session s ON s.id = p.session_id' : ''}`;
  const id = tables.get('part')?.has('session_id') === true ? 'p.session_id' : 'NULL AS session_id';
  return `SELECT p.id, p.time_updated, p.data, ${id}, ${message ? 'm.data' : 'NULL'} AS message, ${session ? 's.directory' : 'NULL'} AS directory FROM ${from}`;
}

/** The model of an assistant's message. */
export function modelOf(message: Json | null): string | null {
  return asName(message?.['modelID']) ?? asName(asObject(message?.['model'])?.['modelID']);
}

function readCarry(carry: string | null): Carry {
  const json = asArguments(carry);
  const ids = (name: string): string[] => asArray(json?.[name]).filter((id) => typeof id === 'string');
  return { since: asTime(json?.['since']) ?? 0, last: ids('last'), open: ids('open') };
}
