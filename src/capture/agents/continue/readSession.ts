import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { editsOfArguments, fileOf } from '../../edits/toolArguments.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asArguments, asArray, asName, asObject } from '../../json.ts';
import type { Json } from '../../json.ts';
import { plainPath, uriPath } from '../../places/fileUri.ts';
import { callId } from '../../reading/collector.ts';
import type { CallPlace, Collector, SourceName } from '../../reading/collector.ts';
import { readWholeJson } from '../../reading/wholeFile.ts';

const tools: ReadonlyMap<string, EditKind> = new Map([
  ['Write', 'write'], ['create_new_file', 'write'], ['builtin_create_new_file', 'write'], ['Edit', 'replace'], ['MultiEdit', 'replace'], ['edit', 'replace'],
  ['single_find_and_replace', 'replace'], ['multi_edit', 'replace'],
]);

/**
 * Reads a session: calls stand with their outcome in `history[].toolCallStates[]`, `{ toolCallId, toolCall, status,
 * parsedArgs }`. There are no times: an edit counts as made not before the last reading, or else when the session
 * was begun.
 */
export async function readSession(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeJson(source, file, cursor, context, (json, collector, atLeast) => {
    const about = asObject(json);
    const session = asName(about?.['sessionId']) ?? '';
    const folder = asName(about?.['workspaceDirectory']);
    const cwd = folder === null ? null : (uriPath(folder) ?? folder);
    for (const one of asArray(about?.['history'])) {
      collector.counts.records++;
      collector.seen(session, cwd, atLeast);
      for (const state of asArray(asObject(one)?.['toolCallStates'])) takeCall(asObject(state) ?? {}, { session, cwd, model: asName(about?.['chatModelTitle']), at: atLeast }, collector);
    }
  });
}

function takeCall(state: Json, place: CallPlace, collector: Collector): void {
  const called = asObject(asObject(state['toolCall'])?.['function']);
  const kind = tools.get(asName(called?.['name']) ?? '');
  const given = asArguments(state['parsedArgs']) ?? asArguments(called?.['arguments']);
  const id = asName(state['toolCallId']);
  if (kind === undefined || id === null) return;
  const edits = given === null ? null : (editsOfArguments(kind, given)?.map((edit) => ({ ...edit, file: uriPath(edit.file) ?? edit.file })) ?? null);
  const named = given === null ? null : fileOf(given);
  const files = named === null ? [] : [plainPath(named)];
  const status = asName(state['status']);
  if (status === 'done') collector.accept(callId(id, place.session), edits, place);
  else collector.refuse(callId(id, place.session), status === 'errored' ? 'failed' : status === 'canceled' ? 'rejected' : 'unanswered', files, place.cwd);
}
