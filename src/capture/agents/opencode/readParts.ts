import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asArray, asName, asObject, asTime, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';
import type { Collector, SourceName } from '../../reading/collector.ts';
import { readDatabase } from '../../reading/sqliteFile.ts';
import type { DatabaseReading, OpenDatabase } from '../../reading/sqliteFile.ts';
import { isEditPart, isOpen, takeToolPart } from './toolPart.ts';

/** What the next reading needs to know: up to when changes were read, and which calls had no answer yet. */
interface Carry {
  readonly since: number;
  readonly open: readonly string[];
}

const mostOpen = 100;

/** Reads what changed in a database since the last reading: parts carry the time of their last change. */
export async function readPartDatabase(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readDatabase(source, file, cursor, context, (database, collector) => readParts(database, collector, readCarry(cursor?.carry ?? null)));
}

function readParts(database: OpenDatabase, collector: Collector, { since, open }: Carry): DatabaseReading {
  const columns = database.tables.get('part');
  if (columns?.has('data') !== true || !columns.has('time_updated')) {
    collector.counts.unknownRecords++;
    return { carry: JSON.stringify({ since, open }), restarted: false };
  }
  const wanted = selectParts(database);
  const stillOpen: string[] = [];
  let latest = since;
  const takeRow = (row: Readonly<Record<string, unknown>>): void => {
    const id = asName(row['id']) ?? '';
    const updated = Number(row['time_updated']);
    // Rows of the very last moment are read twice, so that none of it is missed.
    if (updated === since && !open.includes(id) && since > 0) return;
    if (Number.isFinite(updated)) latest = Math.max(latest, updated);
    takeRecord(row, id);
  };
  const takeRecord = (row: Readonly<Record<string, unknown>>, id: string): void => {
    collector.counts.records++;
    const part = asObject(parseJson(String(row['data'])));
    if (part === null) return void collector.counts.unreadable++;
    const message = asObject(parseJson(String(row['message'] ?? 'null')));
    const session = asName(row['session_id']) ?? '';
    const cwd = asName(asObject(message?.['path'])?.['cwd']) ?? asName(row['directory']);
    const at = asTime(row['time_updated']);
    collector.seen(session, cwd, at);
    if (!isEditPart(part)) return;
    // Counted again each time, while those counted before are taken off.
    if (isOpen(part)) stillOpen.push(id);
    takeToolPart(part, { session, cwd, model: modelOf(message), at }, collector);
  };
  for (const row of database.rows(`${wanted} WHERE p.time_updated >= ? AND p.data LIKE '%"tool"%' ORDER BY p.time_updated, p.id`, since)) takeRow(row);
  const again = new Set(stillOpen);
  for (const id of open) {
    if (!again.has(id)) for (const row of database.rows(`${wanted} WHERE p.id = ? AND p.time_updated < ?`, id, since)) takeRecord(row, id);
  }
  collector.counts.unanswered -= open.length;
  return { carry: JSON.stringify({ since: latest, open: stillOpen.slice(-mostOpen) } satisfies Carry), restarted: false };
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
  const json = asObject(parseJson(carry ?? ''));
  return { since: asTime(json?.['since']) ?? 0, open: asArray(json?.['open']).filter((id) => typeof id === 'string') };
}
