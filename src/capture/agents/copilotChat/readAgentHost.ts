import { basename, dirname } from 'node:path';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { deleteEdit, writeEdit } from '../../edits/fileEdit.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { asName } from '../../json.ts';
import { plainPath, uriPath } from '../../places/fileUri.ts';
import type { SourceName } from '../../reading/collector.ts';
import { readDatabase } from '../../reading/sqliteFile.ts';

type Row = Readonly<Record<string, unknown>>;

/** Agents that the host runs keep logs of their own, under the same call ids; an edit read there is not read again. */
const ownLogs = ['claude-code', 'copilot-cli', 'codex'];

/**
 * Reads the database in which the editor's agent host keeps what each call did to each file, before and after.
 * Only edits that were made are in it. It has no times: an edit counts as made not before the last reading, or
 * else when the database came into being.
 */
export async function readAgentHost(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readDatabase(source, file, cursor, context, (database, collector, atLeast) => {
    const columns = database.tables.get('file_edits');
    if (columns === undefined) collector.counts.unknownRecords++;
    else {
      for (const row of database.rows('SELECT * FROM file_edits ORDER BY rowid')) {
        collector.counts.records++;
        const call = asName(row['tool_call_id']);
        const edit = editOf(row);
        if (call === null || edit === null) collector.counts.unreadable++;
        else if (ownLogs.some((log) => context.known(`${log}:${call}`) || context.seen?.has(call) === true || context.seen?.has(`${log}:${call}`) === true)) collector.counts.duplicates++;
        else collector.accept(`${call}/${edit.file}`, [edit], { session: basename(dirname(file)), cwd: null, model: null, at: atLeast });
      }
    }
    return { carry: null, restarted: true };
  });
}

function editOf(row: Row): FileEdit | null {
  const name = asName(row['file_path']);
  if (name === null) return null;
  const file = uriPath(name) ?? plainPath(name);
  const before = textOf(row['before_content']);
  const after = textOf(row['after_content']);
  const kind = row['edit_type'] ?? 'edit';
  if (kind === 'delete') return deleteEdit(file, before);
  if (after === null && before === null) return null;
  const edit = writeEdit(file, kind === 'create' ? null : before, after ?? '', kind === 'create' ? 'create' : 'edit');
  return kind === 'rename' ? { ...edit, operation: 'rename' } : edit;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8') : null;
}
