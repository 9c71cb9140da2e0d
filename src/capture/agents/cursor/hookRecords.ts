import { createHash } from 'node:crypto';
import { replaceEdit } from '../../edits/fileEdit.ts';
import { asArray, asName, asObject, asText, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { plainPath, uriPath } from '../../places/fileUri.ts';
import type { Collector, SourceName } from '../../reading/collector.ts';
import type { JsonLinesFormat } from '../../reading/jsonLines.ts';
import type { Replacement } from '../../text/replacement.ts';

const edits = new Set(['afterFileEdit', 'afterTabFileEdit']);

/**
 * What the editor hands to its hooks `afterFileEdit` and `afterTabFileEdit`, kept one a line by the person
 * themselves: `{ conversation_id, generation_id, model, workspace_roots, file_path, edits: [{ old_string,
 * new_string }] }`. The only place where completions taken with Tab are seen. Hooks come after the edit, so it was
 * made. They have no time: one that is not later than the edit stands for it.
 */
export function hookFormat(source: SourceName, atLeast: number): JsonLinesFormat<never> {
  return { ...source, start: (collector) => ({ take: (record) => takeHook(record, atLeast, collector), remember: () => undefined, save: () => ({}) }) };
}

function takeHook(record: Json, atLeast: number, collector: Collector): void {
  const event = asName(record['hook_event_name']) ?? '';
  const file = asName(record['file_path']);
  if (!edits.has(event) || file === null) return void (edits.has(event) ? collector.counts.unreadable++ : collector.counts.unknownRecords++);
  const replacements: Replacement[] = [];
  for (const one of asArray(record['edits'])) {
    const edit = asObject(one);
    // Completions come with the whole line before and after.
    const from = asText(edit?.['old_line']) ?? asText(edit?.['old_string']);
    const to = asText(edit?.['new_line']) ?? asText(edit?.['new_string']);
    if (from !== null && to !== null) replacements.push({ from, to, all: false });
  }
  const root = asName(asArray(record['workspace_roots'])[0]);
  const cwd = root === null ? null : plainPath(root);
  const session = asName(record['conversation_id']) ?? asName(record['generation_id']) ?? '';
  const at = asTime(record['timestamp']) ?? atLeast;
  const path = file.startsWith('file:') ? (uriPath(file) ?? file) : plainPath(file);
  const id = createHash('sha256').update(JSON.stringify([record['generation_id'], event, path, record['edits']])).digest('hex').slice(0, 24);
  collector.seen(session, cwd, at);
  collector.accept(id, replacements.length === 0 ? null : [replaceEdit(path, replacements)], { session, cwd, model: asName(record['model']), at });
}
