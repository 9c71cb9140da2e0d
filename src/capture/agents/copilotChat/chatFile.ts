import { asArray, asName, asObject, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';

/** A log of changes to one object: kind 0 all of it, 1 set, 2 push (`i`: cut to this length first), 3 delete. */
type Mutable = Record<string, unknown> | unknown[];

/** More than any list in a chat has; a damaged log can't make the lists of this one longer. */
const longestList = 1_000_000;

/** A conversation with all its requests, from either form of its file. Null when nothing can be read of it. */
export interface ChatFile {
  readonly chat: Json | null;
  readonly unreadable: number;
  readonly unknown: number;
  readonly entries: number;
}

/** Reads the one-object form and the log of changes alike: a log's first line is an object with a `kind`. */
export function readChat(text: string, isLog: boolean): ChatFile {
  if (!isLog) {
    const chat = asObject(parseJson(text));
    return { chat, unreadable: chat === null ? 1 : 0, unknown: 0, entries: 1 };
  }
  let state: unknown = null;
  let unreadable = 0;
  let unknown = 0;
  let entries = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    entries++;
    const entry = asObject(parseJson(line));
    if (entry === null) unreadable++;
    else if (entry['kind'] === 0) state = entry['v'];
    else if (!change(state, entry)) unknown++;
  }
  return { chat: asObject(state), unreadable, unknown, entries };
}

/** Applies one entry. False when it does not fit what is there. */
function change(state: unknown, entry: Json): boolean {
  const path = asArray(entry['k']).filter((part) => typeof part === 'string' || typeof part === 'number');
  const last = path.pop();
  let parent: unknown = state;
  for (const part of path) parent = child(parent, part);
  if (last === undefined || !isMutable(parent) || !fits(parent, last)) return false;
  if (entry['kind'] === 1) return set(parent, last, entry['v']);
  if (entry['kind'] === 3) return set(parent, last, undefined);
  if (entry['kind'] !== 2) return false;
  const held = child(parent, last);
  const list: unknown[] = Array.isArray(held) ? held : [];
  const length = entry['i'];
  if (typeof length === 'number' && length >= 0 && length < list.length) list.length = Math.floor(length);
  for (const one of asArray(entry['v'])) list.push(one);
  return set(parent, last, list);
}

function isMutable(value: unknown): value is Mutable {
  return typeof value === 'object' && value !== null;
}

/** Lists take numbers and objects take names; never the names that stand for an object's own workings. */
function fits(parent: Mutable, key: string | number): boolean {
  if (Array.isArray(parent)) return typeof key === 'number' && Number.isInteger(key) && key >= 0 && key <= Math.min(parent.length, longestList);
  return typeof key === 'string' && key !== '__proto__';
}

function child(parent: unknown, key: string | number): unknown {
  return isMutable(parent) && Object.hasOwn(parent, key) ? (parent as Record<string | number, unknown>)[key] : undefined;
}

function set(parent: Mutable, key: string | number, value: unknown): true {
  (parent as Record<string | number, unknown>)[key] = value;
  return true;
}

/** The model that answered a request: the one chosen, or for an automatic choice the one it came to. */
export function modelOfRequest(request: Json): string | null {
  const chosen = asName(request['modelId'])?.replace(/^copilot\//, '') ?? null;
  if (chosen !== null && chosen !== 'auto') return chosen;
  return asName(asObject(asObject(request['result'])?.['metadata'])?.['resolvedModel']);
}
