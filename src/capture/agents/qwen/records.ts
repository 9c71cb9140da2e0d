import type { FileEdit } from '../../edits/fileEdit.ts';
import { editsOfArguments } from '../../edits/toolArguments.ts';
import { asArguments, asArray, asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { callId } from '../../reading/collector.ts';
import type { Collector } from '../../reading/collector.ts';
import type { JsonLinesFormat, RecordReader } from '../../reading/jsonLines.ts';
import type { WaitingCalls } from '../../reading/waitingCalls.ts';
import { shownEdit } from '../gemini/fileDiff.ts';
import { geminiTools } from '../gemini/readChats.ts';

interface OpenCall {
  readonly given: Json;
  readonly edits: readonly FileEdit[] | null;
  readonly model: string | null;
}

const types = new Set(['user', 'assistant', 'tool_result', 'system', 'summary']);

/**
 * Records of a session, one a line; a call and its result are two:
 *
 *   assistant    message.parts[].functionCall { id, name, args }
 *   tool_result  toolCallResult { callId, status, resultDisplay }
 *
 * Branches of a conversation that were left by going back stay in it: what they edited was edited.
 */
export const qwenFormat: JsonLinesFormat<OpenCall> = { id: 'qwen-code', tool: 'qwen', start: qwenReader };

/** Of records on the person's side, those that are no results. */
function isPrompt(record: Json): boolean {
  return record['isSidechain'] !== true && !asArray(asObject(record['message'])?.['parts']).some((part) => asObject(asObject(part)?.['functionResponse']) !== null);
}

function qwenReader(collector: Collector, calls: WaitingCalls<OpenCall>, saved: Json | null): RecordReader {
  let session = asName(saved?.['session']) ?? '';

  const remember = (record: Json): void => {
    const cwd = asName(record['cwd']);
    for (const part of asArray(asObject(record['message'])?.['parts'])) {
      const call = asObject(asObject(part)?.['functionCall']);
      const id = asName(call?.['id']);
      const kind = geminiTools.get(asName(call?.['name']) ?? '');
      if (id === null || kind === undefined) continue;
      const given = asArguments(call?.['args']) ?? {};
      const edits = editsOfArguments(kind, given);
      calls.add(id, { given, edits, model: asName(record['model']) }, (edits ?? []).some((edit) => collector.here(edit.file, cwd)));
    }
  };

  const complete = (record: Json): void => {
    const result = asObject(record['toolCallResult']);
    const id = asName(result?.['callId']);
    const call = id === null ? null : calls.take(id);
    if (id === null || call === null) return;
    const cwd = asName(record['cwd']);
    const status = asName(result?.['status']);
    const unique = callId(id, session);
    if (status !== 'success') {
      const refusal = status === 'cancelled' ? 'rejected' : status === null ? 'unanswered' : 'failed';
      return collector.refuse(unique, refusal, (call.edits ?? []).map(({ file }) => file), cwd);
    }
    const shown = shownEdit(result?.['resultDisplay'], call.given);
    collector.accept(unique, shown === null ? call.edits : [shown], {
      session, cwd, branch: asName(record['gitBranch']), model: call.model, at: asTime(record['timestamp']),
    });
  };

  return {
    take(record) {
      session = asName(record['sessionId']) ?? session;
      const type = asName(record['type']) ?? '';
      if (type === 'assistant') remember(record);
      else if (type === 'tool_result') complete(record);
      else if (!types.has(type)) collector.counts.unknownRecords++;
      const cwd = asName(record['cwd']);
      const at = asTime(record['timestamp']);
      if (type === 'assistant') collector.turn('agent', session, cwd, at);
      else if (type === 'user' && isPrompt(record)) collector.turn('person', session, cwd, at);
      collector.seen(session, cwd, at);
    },
    remember(record) {
      session = asName(record['sessionId']) ?? session;
      remember(record);
    },
    save: () => ({ session }),
  };
}
