import { asArray, asName, asObject, asText } from '../json.ts';
import type { Json } from '../json.ts';
import type { Replacement } from '../text/replacement.ts';
import { parseApplyPatch } from './applyPatch.ts';
import { replaceEdit, writeEdit } from './fileEdit.ts';
import type { FileEdit } from './fileEdit.ts';
import { parseSearchReplace } from './searchReplace.ts';

/**
 * What a tool does with its arguments: puts a whole file there, replaces text, does so several times, applies
 * an `apply_patch` text or SEARCH/REPLACE blocks, puts text in at a line.
 */
export type EditKind = 'write' | 'replace' | 'patch' | 'blocks' | 'insert';

/** Names under which agents pass the same thing. */
const fileNames = ['file_path', 'filePath', 'path', 'filepath', 'absolute_path', 'target_file', 'targetFile', 'relativeWorkspacePath', 'filename'];
const contentNames = ['content', 'contents', 'file_text', 'fileText', 'text', 'code'];
const oldNames = ['old_string', 'oldString', 'old_str', 'oldStr', 'old_text', 'oldText', 'search', 'old_code'];
const newNames = ['new_string', 'newString', 'new_str', 'newStr', 'new_text', 'newText', 'replace', 'new_code'];
const patchNames = ['input', 'patch', 'patchText', 'patch_text', 'command', 'diff'];

/** The file a call names, whatever kind of edit it is. */
export function fileOf(given: Json): string | null {
  return firstText(given, fileNames, asName);
}

/**
 * The edits that a call's arguments ask for. Null when the arguments don't have the texts.
 *
 * @param given an object, or the bare patch
 */
export function editsOfArguments(kind: EditKind, given: Json | string): FileEdit[] | null {
  if (kind === 'patch') {
    const text = typeof given === 'string' ? given : firstText(given, patchNames, asText);
    const edits = parseApplyPatch(text ?? '');
    return edits.length === 0 ? null : edits;
  }
  if (typeof given === 'string') return null;
  const file = fileOf(given);
  if (file === null) return null;
  const content = firstText(given, contentNames, asText);
  if (kind === 'write') return content === null ? null : [writeEdit(file, null, content)];
  if (kind === 'insert') return content === null ? null : [{ ...replaceEdit(file, [{ from: '', to: content, all: false }]), operation: 'edit' }];
  const replacements = kind === 'blocks' ? parseSearchReplace(firstText(given, ['diff', 'content'], asText) ?? '') : replacementsOf(given);
  if (replacements !== null && replacements.length > 0) return [replaceEdit(file, replacements)];
  // Several tools that replace text also take a whole file.
  return kind === 'replace' && content !== null ? [writeEdit(file, null, content)] : null;
}

function replacementsOf(given: Json): Replacement[] | null {
  const several = [given['edits'], given['replacements'], given['diffs']].find(Array.isArray);
  const all: Replacement[] = [];
  for (const one of several === undefined ? [given] : asArray(several)) {
    const edit = asObject(one) ?? {};
    const to = firstText(edit, newNames, asText);
    if (to === null) return null;
    all.push({ from: firstText(edit, oldNames, asText) ?? '', to, all: edit['replace_all'] === true || edit['replaceAll'] === true });
  }
  return all;
}

function firstText<T>(given: Json, names: readonly string[], as: (value: unknown) => T | null): T | null {
  for (const name of names) {
    const value = Object.hasOwn(given, name) ? as(given[name]) : null;
    if (value !== null) return value;
  }
  return null;
}
