import { basename, dirname } from 'node:path';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asArray, asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import type { Collector, SourceName } from '../../reading/collector.ts';
import { readWholeFile } from '../../reading/wholeFile.ts';
import { chatEdits } from './chatEdits.ts';
import { modelOfRequest, readChat } from './chatFile.ts';
import { editId } from './editId.ts';
import { entryStates } from './entryStates.ts';
import { timelineEdits } from './timeline.ts';
import { verdictsOf } from './verdicts.ts';
import { editingStateOf, folderOfWorkspace, sessionOf } from './workspace.ts';

/**
 * Reads a conversation. Edits whose editing state is there too are left to it, since it knows more. The time of
 * an edit is its request's: the moment it was asked for.
 */
export async function readChatFile(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeFile(source, file, cursor, context, async (bytes, collector) => {
    const { chat, unreadable, unknown, entries } = readChat(bytes.toString('utf8'), file.endsWith('.jsonl'));
    collector.counts.records += entries;
    collector.counts.unreadable += unreadable;
    collector.counts.unknownRecords += unknown;
    if (chat === null) return;
    const inWorkspace = basename(dirname(file)) === 'chatSessions';
    const cwd = inWorkspace ? await folderOfWorkspace(dirname(dirname(file))) : null;
    takeChat(chat, inWorkspace ? await editingStateOf(file) : null, asName(chat['sessionId']) ?? sessionOf(file), cwd, collector);
  });
}

function takeChat(chat: Json, editing: Json | null, session: string, cwd: string | null, collector: Collector): void {
  const timeline = asObject(editing?.['timeline']);
  const elsewhere = new Set(timeline === null ? [] : timelineEdits(timeline).edits.map(({ request, file }) => editId(request, file)));
  const stateOf = entryStates(editing);
  const verdictOf = verdictsOf(chat);
  for (const one of asArray(chat['requests'])) {
    const request = asObject(one);
    const requestId = asName(request?.['requestId']);
    if (request === null || requestId === null) continue;
    collector.counts.records++;
    const at = asTime(request['timestamp']);
    collector.seen(session, cwd, at);
    collector.turn('person', session, cwd, at);
    for (const edit of chatEdits(request)) {
      const id = editId(requestId, edit.file);
      if (elsewhere.has(id)) continue;
      const verdict = stateOf(edit.file) ?? verdictOf(requestId, edit.file);
      // A request without a result is still being answered.
      const done = asObject(request['result']) !== null || request['isCanceled'] === true || asObject(request['modelState']) !== null;
      if (verdict === 'undone') collector.refuse(id, 'rejected', [edit.file], cwd);
      else if (verdict === 'pending' || !done) collector.refuse(id, 'unanswered', [edit.file], cwd);
      else collector.accept(id, [edit], { session, cwd, model: modelOfRequest(request), at });
    }
  }
}
