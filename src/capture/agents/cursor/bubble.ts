import { editsOfArguments, fileOf } from '../../edits/toolArguments.ts';
import { writeEdit } from '../../edits/fileEdit.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { diffEdit, parseUnifiedDiff } from '../../edits/unifiedDiff.ts';
import { hunkLines } from '../../edits/hunkLines.ts';
import { asArguments, asArray, asName, asObject, asText, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { plainPath, uriPath } from '../../places/fileUri.ts';
import { callId } from '../../reading/collector.ts';
import type { Collector } from '../../reading/collector.ts';

/** Tools that change files, by the names they had; their parameters tell what to do. */
const tools = /^(?:edit_file(?:_v\d)?|search_replace|write|write_file|create_file|multi_edit|multiedit|apply_patch|str_replace|reapply|Write|StrReplace|MultiEdit|ApplyPatch)$/;

/**
 * Takes a message of the editor's own agent, whose call and outcome stand together:
 *
 *   toolFormerData { name, toolCallId, rawArgs, params, result, status, userDecision }
 *
 * @param contentOf texts that a result names instead of holding them
 */
export function takeBubble(bubble: Json, conversation: string, atLeast: number, contentOf: (id: string) => string | null, collector: Collector): void {
  const call = asObject(bubble['toolFormerData']);
  const at = asTime(bubble['createdAt']) ?? asTime(asObject(bubble['timingInfo'])?.['clientStartTime']) ?? atLeast;
  const folder = asName(asArray(bubble['workspaceUris'])[0]);
  const cwd = folder === null ? null : uriPath(folder);
  collector.seen(conversation, cwd, at);
  if (call === null || !tools.test(asName(call['name']) ?? '')) return;
  const params = asArguments(call['params']) ?? {};
  const raw = asArguments(call['rawArgs']) ?? {};
  const file = fileOf(params) ?? fileOf(raw);
  const edits = file === null ? patched(raw) : editOf(file.startsWith('file:') ? (uriPath(file) ?? file) : plainPath(file), call, params, raw, contentOf);
  const id = callId(asName(call['toolCallId']) ?? asName(bubble['bubbleId']) ?? '', conversation);
  const files = (edits ?? []).map((edit) => edit.file);
  const decision = asName(call['userDecision']);
  const status = asName(call['status']);
  if (decision === 'rejected' || status === 'cancelled' || status === 'rejected') collector.refuse(id, 'rejected', files, cwd);
  else if (status === 'error' || status === 'failed') collector.refuse(id, 'failed', files, cwd);
  else if (status !== 'completed' && decision !== 'accepted') collector.refuse(id, 'unanswered', files, cwd);
  else collector.accept(id, edits, { session: conversation, cwd, model: asName(asObject(bubble['modelInfo'])?.['modelName']), at });
}

function editOf(file: string, call: Json, params: Json, raw: Json, contentOf: (id: string) => string | null): FileEdit[] | null {
  const result = asArguments(call['result']);
  const text = (name: string): string | null => {
    const id = asName(result?.[name]);
    return id === null ? null : contentOf(id);
  };
  const after = text('afterContentId');
  const before = text('beforeContentId');
  if (after !== null) return [writeEdit(file, before, after, before === null || before === '' ? 'create' : 'edit')];
  const chunks = asArray(asObject(result?.['diff'])?.['chunks']).map((chunk) => asText(asObject(chunk)?.['diffString'])).filter((chunk) => chunk !== null);
  // Chunks are the lines of a hunk, with or without its head.
  const hunks = chunks.flatMap((chunk) => (chunk.startsWith('@@') ? parseUnifiedDiff(chunk) : [chunk.split('\n').map((line) => line.replace(/\r$/, ''))]));
  if (hunks.length > 0) return [{ file, operation: 'edit', lines: (path, key) => hunkLines(hunks, path, key) }];
  const diff = diffEdit(file, 'edit', asText(result?.['diff']) ?? '');
  if (diff !== null) return [diff];
  for (const given of [params, raw]) {
    const edits = editsOfArguments('replace', given);
    if (edits !== null) return edits.map((edit) => ({ ...edit, file }));
  }
  return null;
}

function patched(raw: Json): FileEdit[] | null {
  return editsOfArguments('patch', raw);
}
