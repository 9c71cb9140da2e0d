import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asArray, asName, asObject, asTime, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';
import type { Collector, Refusal, SourceName } from '../../reading/collector.ts';
import { refusalInWords, takeToolMessages, wordsOf } from '../../reading/toolMessages.ts';
import type { ToolMessage } from '../../reading/toolMessages.ts';
import { readWholeJson } from '../../reading/wholeFile.ts';
import { folderIn, withTextCalls } from './textCalls.ts';
import { clineTools } from './tools.ts';

/**
 * Reads a task's conversation (`api_conversation_history.json`: a list of messages) or a session's
 * (`<id>.messages.json`: the same list inside an object). Times are those of the messages, where they have any;
 * else those of the screen's messages beside it; else that of the task's beginning, which is its name.
 */
export async function readTask(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeJson(source, file, cursor, context, async (json, collector, atLeast) => {
    const about = asObject(json);
    const messages = asArray(about?.['messages'] ?? json).map(asObject).filter((one) => one !== null);
    const session = asName(about?.['sessionId']) ?? basename(dirname(file));
    const facts = about === null ? await objectBeside(file, 'history_item.json') : ((await objectBeside(file, `${session}.json`)) ?? (await objectBeside(file, 'session.json')));
    const told = messages.map((message) => folderIn(message['content'])).find((folder) => folder !== null);
    const cwd = asName(facts?.['cwd']) ?? asName(facts?.['workspace']) ?? asName(facts?.['workspace_root']) ?? told ?? null;
    const times = about === null ? await timesOnScreen(file) : new Map<number, number>();
    const begun = asTime(Number(basename(dirname(file)))) ?? atLeast;
    takeMessages(messages, { session, cwd, times, begun, model: asName(facts?.['model']) }, collector);
  });
}

interface Task {
  readonly session: string;
  readonly cwd: string | null;
  /** By the place of a message in the conversation. */
  readonly times: ReadonlyMap<number, number>;
  readonly begun: number;
  readonly model: string | null;
}

function takeMessages(messages: readonly Json[], { session, cwd, times, begun, model }: Task, collector: Collector): void {
  let last = begun;
  const list = messages.map((message, place): ToolMessage => {
    last = asTime(message['ts']) ?? times.get(place) ?? last;
    const own = asName(asObject(message['modelInfo'])?.['id']) ?? asName(asObject(message['modelInfo'])?.['modelId']);
    return { content: withTextCalls(message['content'], message['role'], place), role: message['role'], at: last, model: own ?? model };
  });
  takeToolMessages(list, { session, cwd, tools: clineTools, refusal: refusalOf }, collector);
}

/** Results are JSON `{ success }` (newer) or words. */
function refusalOf(result: Json): Refusal | null {
  const words = wordsOf(result['content']);
  const said = refusalInWords(words);
  if (said === 'rejected') return said;
  const success = asObject(parseJson(words))?.['success'];
  if (success === true) return null;
  return success === false || result['is_error'] === true ? 'failed' : said;
}

async function timesOnScreen(file: string): Promise<Map<number, number>> {
  const times = new Map<number, number>();
  for (const one of asArray(parseJson((await textBeside(file, 'ui_messages.json')) ?? ''))) {
    const message = asObject(one);
    const place = message?.['conversationHistoryIndex'];
    const at = asTime(message?.['ts']);
    if (typeof place === 'number' && at !== null && !times.has(place)) times.set(place, at);
  }
  return times;
}

async function objectBeside(file: string, name: string): Promise<Json | null> {
  return asObject(parseJson((await textBeside(file, name)) ?? ''));
}

async function textBeside(file: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(dirname(file), name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
