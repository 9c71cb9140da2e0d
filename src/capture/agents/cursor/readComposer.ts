import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asObject, parseJson } from '../../json.ts';
import type { SourceName } from '../../reading/collector.ts';
import { readDatabase } from '../../reading/sqliteFile.ts';
import { takeBubble } from './bubble.ts';

/** Bubbles larger than this hold files or pictures that were attached. */
const largestBubble = 16 * 1024 * 1024;

/**
 * Reads the editor's store of conversations. It can be many GB and has no times to search by, but a row that is
 * written anew gets a new, higher number: only rows above the last number are read.
 */
export async function readComposer(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readDatabase(source, file, cursor, context, (database, collector, atLeast) => {
    const before = Number(asObject(parseJson(cursor?.carry ?? ''))?.['row'] ?? 0) || 0;
    let row = before;
    if (database.tables.get('cursorDiskKV')?.has('value') !== true) return { carry: JSON.stringify({ row }), restarted: false };
    const contentOf = (id: string): string | null => {
      for (const found of database.rows('SELECT value FROM cursorDiskKV WHERE key = ?', id)) return textOf(found['value']);
      return null;
    };
    const highest = [...database.rows('SELECT max(rowid) AS row FROM cursorDiskKV')][0]?.['row'];
    // A store that was cleared or made anew is read from the start.
    const restarted = typeof highest === 'number' && highest < before;
    const wanted = `SELECT rowid AS number, key, value FROM cursorDiskKV WHERE rowid > ? AND key LIKE 'bubbleId:%' AND length(value) < ${largestBubble} AND instr(value, 'toolFormerData') > 0 ORDER BY rowid`;
    for (const found of database.rows(wanted, restarted ? 0 : before)) {
      collector.counts.records++;
      const bubble = asObject(parseJson(textOf(found['value']) ?? ''));
      if (bubble === null) collector.counts.unreadable++;
      else takeBubble(bubble, String(found['key']).split(':')[1] ?? '', atLeast, contentOf, collector);
    }
    if (typeof highest === 'number') row = highest;
    return { carry: JSON.stringify({ row }), restarted };
  });
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8') : null;
}
