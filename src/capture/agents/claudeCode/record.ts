import { asArray, asName, asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';
import type { TurnSide } from '../../../model/sessionTurns.ts';

/**
 * The parts of a transcript record that matter here. Prompts, prose and usage figures are never looked at.
 *
 *   assistant  message.content[] = { type: 'tool_use', id, name, input }
 *   user       message.content[] = { type: 'tool_result', tool_use_id, is_error? }, toolUseResult
 *              message.content is text, or has a text part, when a person sent it: its time alone is kept
 */
export interface ClaudeRecord {
  readonly type: string;
  readonly uuid: string | null;
  readonly session: string | null;
  readonly cwd: string | null;
  readonly branch: string | null;
  /** UTC ms; null when missing or no time. */
  readonly at: number | null;
  readonly json: Json;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: Json;
}

export interface ToolResult {
  /** The call's id; null in a damaged record. */
  readonly id: string | null;
  readonly isError: boolean;
  /** What the tool answered the model, in words. */
  readonly words: string;
}

/** Record types of real transcripts. Most carry nothing that is needed here; types not listed are counted as unknown. */
export const knownTypes: ReadonlySet<string> = new Set([
  'user', 'assistant', 'system', 'summary', 'progress', 'attachment', 'file-history-snapshot', 'queue-operation', 'pr-link', 'custom-title',
  'last-prompt', 'mode',
]);

export function readRecord(json: Json): ClaudeRecord {
  const at = Date.parse(asText(json['timestamp']) ?? '');
  const branch = asName(json['gitBranch']);
  return {
    type: asText(json['type']) ?? '',
    uuid: asName(json['uuid']),
    session: asName(json['sessionId']),
    cwd: asName(json['cwd']),
    // A detached head has no branch.
    branch: branch === 'HEAD' ? null : branch,
    at: Number.isNaN(at) ? null : at,
    json,
  };
}

/** The model that wrote an assistant record. Null for records the program itself made up. */
export function modelOf(record: ClaudeRecord): string | null {
  const model = asName(asObject(record.json['message'])?.['model']);
  return model === '<synthetic>' ? null : model;
}

export function toolCalls(record: ClaudeRecord): ToolCall[] {
  const calls: ToolCall[] = [];
  for (const part of asArray(asObject(record.json['message'])?.['content'])) {
    const block = asObject(part);
    if (block?.['type'] !== 'tool_use') continue;
    const id = asName(block['id']);
    const name = asName(block['name']);
    if (id !== null && name !== null) calls.push({ id, name, input: asObject(block['input']) ?? {} });
  }
  return calls;
}

export function toolResults(record: ClaudeRecord): ToolResult[] {
  const results: ToolResult[] = [];
  for (const part of asArray(asObject(record.json['message'])?.['content'])) {
    const block = asObject(part);
    if (block?.['type'] !== 'tool_result') continue;
    results.push({ id: asName(block['tool_use_id']), isError: block['is_error'] === true, words: wordsOf(block['content']) });
  }
  return results;
}

function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return asText(asObject(asArray(content)[0])?.['text']) ?? '';
}

/** What the program itself puts in a person's place. Told by the first characters; nothing of a text is kept. */
const madeUp = /^\s*<(?:local-command-|bash-std|task-notification|system-reminder|user-memory)/;
const stopped = /^\[Request interrupted by user/;

/** Whose turn a record shows; a person who stops the agent ends the agent's. Null for subagents' and programs' records. */
export function turnSide({ type, json }: ClaudeRecord): TurnSide | null {
  if (json['isSidechain'] === true) return null;
  if (type === 'assistant') return 'agent';
  if (type !== 'user' || json['isMeta'] === true || json['isCompactSummary'] === true || json['toolUseResult'] !== undefined) return null;
  const origin = asText(asObject(json['origin'])?.['kind']);
  const source = asText(json['promptSource']);
  if ((origin !== null && origin !== 'human') || source === 'sdk' || source === 'system') return null;
  const content = asObject(json['message'])?.['content'];
  const parts = asArray(content).map(asObject);
  if (parts.some((part) => part?.['type'] === 'tool_result')) return null;
  const text = asText(content) ?? asText(parts.find((part) => part?.['type'] === 'text')?.['text']);
  if (text === null) return parts.some((part) => part?.['type'] === 'image') ? 'person' : null;
  if (stopped.test(text)) return 'agent';
  return madeUp.test(text) ? null : 'person';
}
