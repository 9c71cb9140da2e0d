import type { FileEdit } from '../../edits/fileEdit.ts';
import { editsOfArguments } from '../../edits/toolArguments.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asArguments, asName, asObject, asText, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { callId } from '../../reading/collector.ts';
import type { Collector, Refusal } from '../../reading/collector.ts';
import type { TurnSide } from '../../../model/sessionTurns.ts';
import type { JsonLinesFormat, RecordReader } from '../../reading/jsonLines.ts';
import type { WaitingCalls } from '../../reading/waitingCalls.ts';

interface OpenCall {
  readonly edits: readonly FileEdit[] | null;
  readonly cwd: string | null;
}

const tools: ReadonlyMap<string, EditKind> = new Map([['create', 'write'], ['edit', 'replace'], ['str_replace', 'replace'], ['write', 'write'], ['apply_patch', 'patch']]);
/** Events that show whose turn it is; an abort ends the agent's. */
const sides: ReadonlyMap<string, TurnSide> = new Map([['user.message', 'person'], ['assistant.message', 'agent'], ['assistant.turn_end', 'agent'], ['tool.execution_complete', 'agent'], ['abort', 'agent']]);
/** What stands before the dot of a record's type; types themselves are many, and most hold nothing that is needed. */
const families = new Set(['session', 'user', 'assistant', 'tool', 'hook', 'system', 'subagent', 'skill', 'permission', 'abort', 'pending_messages', 'model', 'command', 'mcp', 'exit_plan_mode', 'external_tool']);

/**
 * Events of a session, one a line:
 *
 *   session.start | session.resume   data.context { cwd, branch }
 *   tool.execution_start             data { toolCallId, toolName, arguments }
 *   tool.execution_complete          data { toolCallId, success, model }, earlier data.result { result_type }
 */
export const copilotCliFormat: JsonLinesFormat<OpenCall> = { id: 'copilot-cli', tool: 'copilot', start: copilotCliReader };

function copilotCliReader(collector: Collector, calls: WaitingCalls<OpenCall>, saved: Json | null): RecordReader {
  let session = asName(saved?.['session']) ?? '';
  let cwd = asName(saved?.['cwd']);
  let branch = asName(saved?.['branch']);
  let model = asName(saved?.['model']);

  const remember = (data: Json): void => {
    const id = asName(data['toolCallId']);
    const kind = tools.get(asName(data['toolName']) ?? '');
    if (id === null || kind === undefined) return;
    const given = asArguments(data['arguments']) ?? asText(data['arguments']);
    const edits = given === null ? null : editsOfArguments(kind, given);
    calls.add(id, { edits, cwd }, (edits ?? []).some((edit) => collector.here(edit.file, cwd)));
  };

  const complete = (data: Json, at: number | null): void => {
    const id = asName(data['toolCallId']);
    const call = id === null ? null : calls.take(id);
    if (id === null || call === null) return;
    const refusal = refusalOf(data);
    if (refusal !== null) collector.refuse(callId(id, session), refusal, (call.edits ?? []).map(({ file }) => file), call.cwd);
    else collector.accept(callId(id, session), call.edits, { session, cwd: call.cwd, branch, model: asName(data['model']) ?? model, at });
  };

  return {
    take(record) {
      const type = asName(record['type']) ?? '';
      const data = asObject(record['data']) ?? {};
      const at = asTime(record['timestamp']);
      if (type === 'session.start' || type === 'session.resume') {
        session = asName(data['sessionId']) ?? session;
        const context = asObject(data['context']);
        cwd = asName(context?.['cwd']) ?? cwd;
        branch = asName(context?.['branch']) ?? branch;
        model = asName(data['selectedModel']) ?? model;
      } else if (type === 'session.model_change') model = asName(data['newModel']) ?? model;
      else if (type === 'tool.execution_start') remember(data);
      else if (type === 'tool.execution_complete') complete(data, at);
      else if (!families.has(type.split('.')[0]!)) collector.counts.unknownRecords++;
      const side = sides.get(type);
      if (side !== undefined) collector.turn(side, session, cwd, at);
      collector.seen(session, cwd, at);
    },
    remember: (record) => remember(asObject(record['data']) ?? {}),
    save: () => ({ session, cwd, branch, model }),
  };
}

/** Null when the call went well. Without any word about success there is no telling. */
function refusalOf(data: Json): Refusal | null {
  const result = asObject(data['result']);
  const said = asName(result?.['result_type']) ?? asName(result?.['resultType']);
  if (data['success'] === true || said === 'success') return null;
  if (said === 'denied' || said === 'rejected' || /denied|rejected/i.test(asName(asObject(data['error'])?.['code']) ?? '')) return 'rejected';
  return data['success'] === false || said !== null ? 'failed' : 'unanswered';
}
