import { deleteEdit, joinEdits, writeEdit } from '../../edits/fileEdit.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { asArray, asName, asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';
import { storedUriPath } from '../../places/fileUri.ts';
import { applyTextEdits } from './textEdits.ts';

/** What one request did to one file. */
export interface TimelineEdit {
  readonly request: string;
  readonly file: string;
  readonly edit: FileEdit;
  /** The file when the request was done with it; null when it was deleted. */
  readonly after: string | null;
  /** Taken back by going to an earlier point of the conversation. */
  readonly undone: boolean;
}

interface FileState {
  before: string | null;
  content: string | null;
  undone: boolean;
  renamed: boolean;
}

/**
 * The timeline of an editing state: for each request and file the text before its first edit, and the edits
 * in order. An operation of the current epoch or a later one is not applied.
 *
 *   epoch    0        1         2         3    currentEpoch: 3
 *            start    baseline  edit      edit (taken back)
 */
export function timelineEdits(timeline: Json): { readonly edits: readonly TimelineEdit[]; readonly unreadable: number } {
  const baselines = new Map<string, string>();
  for (const pair of asArray(timeline['fileBaselines'])) {
    const baseline = asObject(asArray(pair)[1]);
    const file = storedUriPath(baseline?.['uri']);
    const content = asText(baseline?.['content']);
    if (file !== null && content !== null) baselines.set(`${asName(baseline?.['requestId']) ?? ''} ${file}`, content);
  }
  const current = timeline['currentEpoch'];
  const states = new Map<string, FileState & { readonly request: string; file: string }>();
  let unreadable = 0;
  for (const one of asArray(timeline['operations'])) {
    const operation = asObject(one);
    const request = asName(operation?.['requestId']);
    const file = storedUriPath(operation?.['uri'] ?? operation?.['oldUri']);
    if (operation === null || request === null || file === null) continue;
    const name = `${request} ${file}`;
    const baseline = baselines.get(name) ?? null;
    const state = states.get(name) ?? { request, file, before: baseline, content: baseline, undone: false, renamed: false };
    const epoch = operation['epoch'];
    if (typeof epoch === 'number' && typeof current === 'number' && epoch >= current) {
      // What was applied before still stands; a request with nothing but this is undone.
      if (!states.has(name)) states.set(name, { ...state, undone: true });
    } else if (apply(operation, state)) states.set(name, { ...state, undone: false });
    else unreadable++;
  }
  const edits = [...states.values()].map((state) => ({ request: state.request, file: state.file, edit: editOf(state), after: state.content, undone: state.undone }));
  return { edits, unreadable };
}

/** Applies an operation to a file's state. False when it does not fit. */
function apply(operation: Json, state: FileState & { file: string }): boolean {
  if (operation['type'] === 'create') state.content = asText(operation['initialContent']) ?? '';
  else if (operation['type'] === 'delete') {
    state.before ??= asText(operation['finalContent']);
    state.content = null;
  }
  else if (operation['type'] === 'rename') {
    state.file = storedUriPath(operation['newUri']) ?? state.file;
    state.renamed = true;
  } else if (operation['type'] === 'textEdit') {
    const after = applyTextEdits(state.content ?? '', asArray(operation['edits']));
    if (after === null) return false;
    state.content = after;
  } else return false;
  return true;
}

function editOf({ file, before, content, renamed }: FileState & { readonly file: string }): FileEdit {
  if (content === null) return deleteEdit(file, before);
  const edit = writeEdit(file, before, content);
  return renamed ? { ...joinEdits(file, [edit]), operation: 'rename' } : edit;
}
