import type { FileEdit } from '../../edits/fileEdit.ts';
import { editsOfArguments } from '../../edits/toolArguments.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asArguments, asArray, asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { callId } from '../../reading/collector.ts';
import type { Collector, Refusal } from '../../reading/collector.ts';
import type { JsonLinesFormat, RecordReader } from '../../reading/jsonLines.ts';
import { refusalInWords, wordsOf } from '../../reading/toolMessages.ts';
import type { WaitingCalls } from '../../reading/waitingCalls.ts';

interface OpenCall {
  readonly edits: readonly FileEdit[] | null;
  readonly model: string | null;
}

const tools: ReadonlyMap<string, EditKind> = new Map([['edit', 'replace'], ['write', 'write'], ['replace', 'replace']]);
/** Records beside messages; nothing in them is needed. */
const others = new Set(['thinking_level_change', 'model_change', 'compaction', 'branch_summary', 'label', 'custom', 'custom_message', 'session_info']);

/**
 * A session, one record a line; what was abandoned for another branch of the conversation was on the disk all the same:
 *
 *   session    { id, timestamp, cwd }
 *   message    { timestamp, message: { role: assistant, model, content: [{ type: toolCall, id, name, arguments }] } }
 *   message    { timestamp, message: { role: toolResult, toolCallId, toolName, content, isError } }
 */
export const piFormat: JsonLinesFormat<OpenCall> = { id: 'pi', tool: 'pi', start: piReader };

function piReader(collector: Collector, calls: WaitingCalls<OpenCall>, saved: Json | null): RecordReader {
  let session = asName(saved?.['session']) ?? '';
  let cwd = asName(saved?.['cwd']);

  const rememberCalls = (message: Json): void => {
    for (const one of asArray(message['content'])) {
      const part = asObject(one);
      const id = asName(part?.['id']);
      const kind = tools.get(asName(part?.['name']) ?? '');
      if (part?.['type'] !== 'toolCall' || id === null || kind === undefined) continue;
      const given = asArguments(part['arguments']);
      const edits = given === null ? null : editsOfArguments(kind, given);
      calls.add(id, { edits, model: asName(message['model']) }, (edits ?? []).some((edit) => collector.here(edit.file, cwd)));
    }
  };

  const close = (message: Json, at: number | null): void => {
    const id = asName(message['toolCallId']);
    const call = id === null ? null : calls.take(id);
    if (id === null || call === null) return;
    const refusal = refusalOf(message);
    if (refusal === null) collector.accept(callId(id, session), call.edits, { session, cwd, model: call.model, at });
    else collector.refuse(callId(id, session), refusal, (call.edits ?? []).map(({ file }) => file), cwd);
  };

  const takeMessage = (message: Json, at: number | null): void => {
    const { role } = message;
    if (role === 'user') collector.turn('person', session, cwd, at);
    else collector.turn('agent', session, cwd, at);
    if (role === 'assistant') rememberCalls(message);
    else if (role === 'toolResult') close(message, at);
  };

  return {
    take(record) {
      const type = asName(record['type']) ?? '';
      const at = asTime(record['timestamp']);
      if (type === 'session') {
        session = asName(record['id']) ?? session;
        cwd = asName(record['cwd']) ?? cwd;
      } else if (type === 'message') takeMessage(asObject(record['message']) ?? {}, at);
      else if (!others.has(type)) collector.counts.unknownRecords++;
      collector.seen(session, cwd, at);
    },
    remember: (record) => rememberCalls(asObject(record['message']) ?? {}),
    save: () => ({ session, cwd }),
  };
}

/** An interruption, like a refusal, keeps an edit out. */
function refusalOf(message: Json): Refusal | null {
  if (message['isError'] !== true) return null;
  return refusalInWords(wordsOf(message['content'])) === 'rejected' || /\babort(?:ed)?\b/i.test(wordsOf(message['content']).slice(0, 200)) ? 'rejected' : 'failed';
}
