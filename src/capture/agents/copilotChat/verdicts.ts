import { asArray, asName, asObject } from '../../json.ts';
import type { Json } from '../../json.ts';
import { storedUriPath } from '../../places/fileUri.ts';

export type Verdict = 'kept' | 'undone' | 'pending';

/**
 * What became of the edits of each request to each file, by what the person did with them: later requests say
 * which files were kept (1) or undone (2) before them. Without a word an edit stands, unless the conversation
 * says that some are still to be decided.
 */
export function verdictsOf(chat: Json): (request: string, file: string) => Verdict {
  const verdicts = new Map<string, Verdict>();
  const open = new Map<string, string[]>();
  for (const one of asArray(chat['requests'])) {
    const request = asObject(one);
    for (const event of asArray(request?.['editedFileEvents'])) {
      const { uri, eventKind } = asObject(event) ?? {};
      const file = storedUriPath(uri);
      if (file === null || (eventKind !== 1 && eventKind !== 2)) continue;
      for (const id of open.get(file) ?? []) verdicts.set(`${id} ${file}`, eventKind === 1 ? 'kept' : 'undone');
      open.delete(file);
    }
    const id = asName(request?.['requestId']);
    for (const part of asArray(request?.['response'])) {
      const group = asObject(part);
      const file = group?.['kind'] === 'textEditGroup' ? storedUriPath(group['uri']) : null;
      if (file !== null && id !== null) open.set(file, [...(open.get(file) ?? []), id]);
    }
  }
  const otherwise: Verdict = chat['hasPendingEdits'] === true ? 'pending' : 'kept';
  return (request, file) => verdicts.get(`${request} ${file}`) ?? otherwise;
}
