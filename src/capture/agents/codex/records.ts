import type { FileEdit } from '../../edits/fileEdit.ts';
import { asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { callId } from '../../reading/collector.ts';
import type { Collector } from '../../reading/collector.ts';
import type { JsonLinesFormat, RecordReader } from '../../reading/jsonLines.ts';
import type { WaitingCalls } from '../../reading/waitingCalls.ts';
import { refusalOf } from './callOutput.ts';
import { folderIn } from './environment.ts';
import { passesLine } from './passes.ts';
import { patchCall } from './patchCall.ts';
import type { PatchCall } from './patchCall.ts';
import { patchChanges } from './patchChanges.ts';

/** A patch whose outcome is not known yet. */
interface WaitingPatch {
  readonly call: PatchCall;
  /** Its edits belong to this turn, which forks and subagents repeat under the same id. */
  readonly turn: string;
}

/** Kinds of lines. Bare items without an envelope (to 0.4x) are of none of them. */
const envelopes = new Set(['session_meta', 'turn_context', 'event_msg', 'response_item', 'compacted', 'world_state', 'turn_aborted', 'inter_agent_communication']);
const bareItems = new Set(['message', 'reasoning', 'function_call', 'function_call_output', 'custom_tool_call', 'custom_tool_call_output', 'local_shell_call', 'web_search_call']);
/** Events that show the agent at work, or that its turn ended. */
const agentEvents = new Set(['patch_apply_end', 'item_completed', 'task_complete', 'turn_complete', 'turn_aborted']);
const calls = new Set(['function_call', 'custom_tool_call', 'local_shell_call']);
const outputs = new Set(['function_call_output', 'custom_tool_call_output', 'local_shell_call_output']);

/**
 * Rollouts of all generations:
 *
 *   to 0.4x     {id,timestamp,instructions,git} and bare items; a patch is its call and the call's output
 *   to 0.148    {timestamp,type,payload}; `patch_apply_end` says what a patch really did
 *   from 0.149  `item_completed` with a `FileChange` item says it
 *
 * What an event says counts; the patch as the model wrote it only where its output comes without an event. Times
 * are those of the events. Forked and subagents' rollouts repeat their parent's records; call ids tell.
 */
export const codexFormat: JsonLinesFormat<WaitingPatch> = {
  id: 'codex',
  tool: 'codex',
  start: (collector, waiting, saved) => codexReader(collector, waiting, saved),
  passes: passesLine,
};

function codexReader(collector: Collector, waiting: WaitingCalls<WaitingPatch>, saved: Json | null): RecordReader {
  const { counts } = collector;
  let session = asName(saved?.['session']) ?? '';
  let cwd = asName(saved?.['cwd']);
  let branch = asName(saved?.['branch']);
  let model = asName(saved?.['model']);
  let turn = asName(saved?.['turn']) ?? '';
  let hasEvents = saved?.['hasEvents'] === true;
  let lastAt = asTime(saved?.['at']);
  // a subagent's prompts are another agent's, those of `codex exec` a program's
  let attended = saved?.['attended'] !== false;

  const meta = (payload: Json): void => {
    // A fork's rollout begins with its own facts; those of the session it copies may follow.
    session = session === '' ? (asName(payload['id']) ?? asName(payload['session_id']) ?? '') : session;
    cwd = asName(payload['cwd']) ?? cwd;
    branch = asName(asObject(payload['git'])?.['branch']) ?? branch;
    if (asObject(payload['source']) !== null || payload['source'] === 'exec' || payload['originator'] === 'codex_exec') attended = false;
  };

  const decide = (id: string, scope: string, edits: readonly FileEdit[] | null, at: number | null, folder: string | null): void =>
    collector.accept(callId(id, scope), edits, { session, cwd: folder, branch, model, at });

  const remember = (item: Json): void => {
    const call = patchCall(item);
    if (call === null) return;
    const folder = call.cwd ?? cwd;
    waiting.add(call.id, { call, turn: turn || session }, call.edits.some((edit) => collector.here(edit.file, folder)));
  };

  const takeOutput = (item: Json, at: number | null): void => {
    const found = waiting.take(asName(item['call_id']) ?? '');
    if (found === null) return;
    const { call, turn: scope } = found;
    const refusal = refusalOf(item['output']);
    const folder = call.cwd ?? cwd;
    if (refusal !== null) collector.refuse(callId(call.id, scope), refusal, call.edits.map(({ file }) => file), folder);
    else if (!call.code || !hasEvents) decide(call.id, scope, call.edits, at, folder);
  };

  /** An event that says what a patch did: the last word about it. */
  const takeChange = (event: Json, id: string | null, at: number | null): void => {
    hasEvents = true;
    if (id === null) return void counts.unreadable++;
    waiting.take(id);
    const scope = asName(event['turn_id']) ?? (turn || session);
    const status = asName(event['status']);
    const files = Object.keys(asObject(event['changes']) ?? {});
    if (status === 'declined') collector.refuse(callId(id, scope), 'rejected', files, cwd);
    else if (event['success'] === false || status === 'failed') collector.refuse(callId(id, scope), 'failed', files, cwd);
    else if (event['success'] === true || status === 'completed') decide(id, scope, patchChanges(event['changes']), at, cwd);
  };

  const takeEvent = (event: Json, at: number | null): void => {
    const type = event['type'];
    const item = asObject(event['item']);
    if (type === 'user_message') {
      if (attended) collector.turn('person', session, cwd, at);
    } else if (agentEvents.has(String(type))) collector.turn('agent', session, cwd, at);
    if (type === 'patch_apply_end') takeChange(event, asName(event['call_id']), at);
    else if (type === 'item_completed' && item?.['type'] === 'FileChange') takeChange({ turn_id: event['turn_id'], ...item }, asName(item['id']), at);
    else if (type === 'task_started' || type === 'turn_started') turn = asName(event['turn_id']) ?? turn;
  };

  const takeItem = (item: Json, at: number | null): void => {
    if (calls.has(String(item['type']))) remember(item);
    else if (outputs.has(String(item['type']))) takeOutput(item, at);
    else if (cwd === null && item['type'] === 'message') cwd = folderIn(item['content']);
  };

  return {
    take(record) {
      const at = asTime(record['timestamp']) ?? lastAt;
      lastAt = at;
      const type = String(record['type']);
      const payload = asObject(record['payload']);
      if (payload === null) {
        if (record['type'] === undefined && asName(record['id']) !== null && record['timestamp'] !== undefined) meta(record);
        else if (bareItems.has(type)) takeItem(record, at);
        else if (record['record_type'] === undefined) counts.unknownRecords++;
      } else if (type === 'session_meta') meta(payload);
      else if (type === 'turn_context') {
        cwd = asName(payload['cwd']) ?? cwd;
        model = asName(payload['model']) ?? model;
        turn = asName(payload['turn_id']) ?? turn;
      } else if (type === 'event_msg') takeEvent(payload, at);
      else if (type === 'response_item') takeItem(payload, at);
      else if (!envelopes.has(type)) counts.unknownRecords++;
      collector.seen(session, cwd, at);
    },
    remember: (record) => remember(asObject(record['payload']) ?? record),
    save: () => ({ session, cwd, branch, model, turn, hasEvents, attended, at: lastAt }),
  };
}
