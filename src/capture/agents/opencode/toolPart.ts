import { editsOfArguments, fileOf } from '../../edits/toolArguments.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { writeEdit } from '../../edits/fileEdit.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { diffEdit } from '../../edits/unifiedDiff.ts';
import { asArray, asName, asObject, asText, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { callId } from '../../reading/collector.ts';
import type { CallPlace, Collector } from '../../reading/collector.ts';

const tools: ReadonlyMap<string, EditKind> = new Map([['edit', 'replace'], ['write', 'write'], ['multiedit', 'replace'], ['patch', 'patch'], ['apply_patch', 'patch']]);

/** Whether a part is a call that changes files. */
export function isEditPart(part: Json): boolean {
  return part['type'] === 'tool' && tools.has(asName(part['tool']) ?? '');
}

/**
 * Takes a call with its outcome, which stand in one part:
 *
 *   { type: 'tool', tool, callID, state: { status, input, metadata: { diff, filediff }, time: { start, end } } }
 */
export function takeToolPart(part: Json, place: CallPlace, collector: Collector): void {
  const state = asObject(part['state']) ?? {};
  const id = callId(asName(part['callID']) ?? asName(part['id']) ?? '', place.session);
  const given = asObject(state['input']) ?? {};
  const edits = shownEdits(asObject(state['metadata']), given) ?? editsOfArguments(tools.get(asName(part['tool']) ?? '') ?? 'replace', given);
  const at = asTime(asObject(state['time'])?.['end']) ?? place.at;
  const files = (edits ?? []).map(({ file }) => file);
  if (state['status'] === 'completed') collector.accept(id, edits, { ...place, at });
  else if (state['status'] !== 'error') collector.refuse(id, 'unanswered', files, place.cwd);
  else collector.refuse(id, /reject|denied|declined/i.test(asText(state['error']) ?? '') ? 'rejected' : 'failed', files, place.cwd);
}

/**
 * What the tool reports having done, taken after the program's own formatter: both contents (older), or a diff.
 * Null when it reports nothing.
 */
function shownEdits(metadata: Json | null, given: Json): FileEdit[] | null {
  const several = asArray(metadata?.['files']).map(asObject).filter((one) => one !== null);
  const shown = several.length > 0 ? several : [asObject(metadata?.['filediff'])].filter((one) => one !== null);
  const edits: FileEdit[] = [];
  for (const one of shown) {
    const file = asName(one['file']) ?? fileOf(one) ?? fileOf(given);
    const after = asText(one['after']);
    if (file === null) return null;
    const edit = after === null ? diffEdit(file, 'edit', asText(one['patch']) ?? asText(one['diff']) ?? '') : writeEdit(file, asText(one['before']), after, asText(one['before']) ? 'edit' : 'create');
    if (edit === null) return null;
    edits.push(edit);
  }
  if (edits.length > 0) return edits;
  const file = fileOf(given);
  const edit = file === null ? null : diffEdit(file, 'edit', asText(metadata?.['diff']) ?? '');
  return edit === null ? null : [edit];
}
