import { asArray, asName, asObject, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';

/** A conversation with its messages, the last state of each. */
export interface Conversation {
  readonly session: string | null;
  readonly messages: readonly Json[];
  readonly unreadable: number;
  readonly unknown: number;
}

/**
 * Reads both forms: one object with `messages`, and lines, of which the first is about the session. There a
 * message may come again with more in it: the last one counts, in the first one's place. `$set` changes facts of
 * the session, `$rewindTo` goes back in the conversation: what was edited stays edited until a call says otherwise.
 */
export function readConversation(text: string, isLines: boolean): Conversation {
  if (!isLines) {
    const json = asObject(parseJson(text));
    if (json === null) return { session: null, messages: [], unreadable: 1, unknown: 0 };
    return { session: asName(json['sessionId']), messages: asArray(json['messages']).map(asObject).filter((one) => one !== null), unreadable: 0, unknown: 0 };
  }
  const messages = new Map<string, Json>();
  let session: string | null = null;
  let unreadable = 0;
  let unknown = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const record = asObject(parseJson(line));
    if (record === null) {
      unreadable++;
      continue;
    }
    const id = asName(record['id']);
    if (id !== null) messages.set(id, record);
    else if (asName(record['sessionId']) !== null) session = asName(record['sessionId']);
    else if (!Object.keys(record).some((name) => name.startsWith('$'))) unknown++;
  }
  return { session, messages: [...messages.values()], unreadable, unknown };
}
