import { basename, dirname, isAbsolute } from 'node:path';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { editsOfArguments } from '../../edits/toolArguments.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asArguments, asArray, asName, asObject, asText, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { callId } from '../../reading/collector.ts';
import type { Collector, SourceName } from '../../reading/collector.ts';
import { readWholeFile } from '../../reading/wholeFile.ts';
import { readConversation } from './conversation.ts';
import { shownEdit } from './fileDiff.ts';
import { projectOf } from './projects.ts';

/** Tools of Gemini CLI, and of what is made from it. */
export const geminiTools: ReadonlyMap<string, EditKind> = new Map([['write_file', 'write'], ['replace', 'replace'], ['edit', 'replace']]);

/** Reads a conversation of Gemini CLI, in either form. Calls and their outcome stand in one record. */
export async function readGeminiChat(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeFile(source, file, cursor, context, async (bytes, collector) => {
    const { session, messages, unreadable, unknown } = readConversation(bytes.toString('utf8'), file.endsWith('.jsonl'));
    collector.counts.records += messages.length + unreadable + unknown;
    collector.counts.unreadable += unreadable;
    collector.counts.unknownRecords += unknown;
    const cwd = await projectOf(projectFolder(file));
    const subagent = basename(dirname(file)) !== 'chats';
    const id = session ?? basename(file).replace(/\.jsonl?$/, '');
    for (const message of messages) {
      const at = asTime(message['timestamp']);
      collector.seen(id, cwd, at);
      if (message['type'] === 'user' && !subagent) collector.turn('person', id, cwd, at);
      else if (message['type'] === 'gemini' && !subagent) collector.turn('agent', id, cwd, at);
      for (const call of asArray(message['toolCalls'])) takeCall(asObject(call) ?? {}, { session: id, cwd, model: asName(message['model']), at }, collector);
    }
  });
}

function takeCall(call: Json, place: { session: string; cwd: string | null; model: string | null; at: number | null }, collector: Collector): void {
  const kind = geminiTools.get(asName(call['name']) ?? '');
  const id = asName(call['id']);
  const given = asArguments(call['args']) ?? {};
  if (kind === undefined || id === null) return;
  const shown = shownEdit(call['resultDisplay'], given);
  const edits = (shown === null ? editsOfArguments(kind, given) : [shown])?.map((edit) => withFullPath(edit, call)) ?? null;
  const files = (edits ?? []).map(({ file }) => file);
  const status = asName(call['status']);
  const unique = callId(id, place.session);
  if (status === 'success') collector.accept(unique, edits, { ...place, at: asTime(call['timestamp']) ?? place.at });
  else collector.refuse(unique, status === 'cancelled' ? 'rejected' : status === 'error' ? 'failed' : 'unanswered', files, place.cwd);
}

/** The project's folder is not in the log, but results name the file they wrote with its full path, and say if it was there. */
function withFullPath(given: FileEdit, call: Json): FileEdit {
  const response = asObject(asObject(asObject(asArray(call['result'])[0])?.['functionResponse'])?.['response']);
  const edit: FileEdit = asText(response?.['output'])?.startsWith('Successfully overwrote') === true ? { ...given, operation: 'edit' } : given;
  if (isAbsolute(edit.file) || /^[A-Za-z]:[\\/]/.test(edit.file)) return edit;
  const full = /((?:\/|[A-Za-z]:[\\/])[^\n]*?)(?: \(\d+ replacements?\))?\.?\s*$/m.exec(asText(response?.['output']) ?? '')?.[1];
  return full?.replaceAll('\\', '/').endsWith(`/${edit.file.replaceAll('\\', '/').replace(/^\.\//, '')}`) === true ? { ...edit, file: full } : edit;
}

/** `<gemini>/tmp/<project>` of `<project>/chats/<session>.json` or `<project>/chats/<session>/<subagent>.jsonl`. */
function projectFolder(file: string): string {
  let folder = dirname(file);
  while (basename(folder) !== 'chats' && dirname(folder) !== folder) folder = dirname(folder);
  return dirname(folder);
}
