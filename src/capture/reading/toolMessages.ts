import { editsOfArguments } from '../edits/toolArguments.ts';
import type { EditKind } from '../edits/toolArguments.ts';
import type { FileEdit } from '../edits/fileEdit.ts';
import { asArguments, asArray, asName, asObject, asText } from '../json.ts';
import type { Json } from '../json.ts';
import { callId } from './collector.ts';
import type { CallPlace, Collector, Refusal } from './collector.ts';

/** One message of a conversation in which calls and results are parts of the content. */
export interface ToolMessage {
  readonly content: unknown;
  /** Whose message it is: `user`, `assistant` or something else. */
  readonly role: unknown;
  readonly at: number | null;
  readonly model: string | null;
}

export interface ToolMessageOptions {
  readonly session: string;
  readonly cwd: string | null;
  /** The tools that change files. */
  readonly tools: ReadonlyMap<string, EditKind>;
  /** What a result part says; null when the call went well. */
  readonly refusal: (result: Json) => Refusal | null;
}

interface OpenCall {
  readonly edits: readonly FileEdit[] | null;
  readonly place: CallPlace;
}

/**
 * Takes conversations of this form, each call joined with its result:
 *
 *   { type: 'tool_use', id, name, input }
 *   { type: 'tool_result', tool_use_id | toolUseID, … }
 *
 * A call without a result counts as unanswered.
 */
export function takeToolMessages(messages: Iterable<ToolMessage>, { session, cwd, tools, refusal }: ToolMessageOptions, collector: Collector): void {
  const open = new Map<string, OpenCall>();
  for (const { content, role, at, model } of messages) {
    collector.counts.records++;
    collector.seen(session, cwd, at);
    if (role === 'assistant') collector.turn('agent', session, cwd, at);
    else if (role === 'user' && !answersCalls(content)) collector.turn('person', session, cwd, at);
    for (const one of asArray(content)) {
      const part = asObject(one);
      if (part?.['type'] === 'tool_use') {
        const id = asName(part['id']);
        const kind = tools.get(asName(part['name']) ?? '');
        const input = asArguments(part['input']) ?? asText(part['input']);
        if (id !== null && kind !== undefined) open.set(id, { edits: input === null ? null : editsOfArguments(kind, input), place: { session, cwd, model, at } });
      } else if (part?.['type'] === 'tool_result') {
        const id = asName(part['tool_use_id']) ?? asName(part['toolUseID']);
        const call = id === null ? undefined : open.get(id);
        if (id === null || call === undefined) continue;
        open.delete(id);
        close(callId(id, session), call, refusal(part), at, collector);
      }
    }
  }
  for (const [id, call] of open) close(callId(id, session), call, 'unanswered', null, collector);
}

/** A message on the person's side that only carries results. */
function answersCalls(content: unknown): boolean {
  return asArray(content).some((part) => asObject(part)?.['type'] === 'tool_result');
}

function close(id: string, { edits, place }: OpenCall, refused: Refusal | null, at: number | null, collector: Collector): void {
  if (refused === null) collector.accept(id, edits, { ...place, at: at ?? place.at });
  else collector.refuse(id, refused, (edits ?? []).map(({ file }) => file), place.cwd);
}

/** The text of a result, whose content is text or a list of text parts. */
export function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return asArray(content).map((part) => asText(asObject(part)?.['text']) ?? '').join('\n');
}

/** What the words of a result say, for agents that say it in words only. */
export function refusalInWords(words: string): Refusal | null {
  const start = words.slice(0, 400);
  if (/\b(?:user|was|been) (?:denied|rejected|declined)\b|\bdenied this operation\b|\brejected (?:the|this|permission)\b/i.test(start)) return 'rejected';
  return /^\s*(?:<error>|error\b|failed\b|the tool execution failed)|"(?:success|ok)"\s*:\s*false|\bexecution failed with the following error\b/i.test(start) ? 'failed' : null;
}
