import type { FingerprintKey } from '../../../model/fingerprint.ts';
import type { ChangedLines } from '../../text/changedLines.ts';
import type { EscapedText } from '../../text/escapedText.ts';
import { replacedLines, replacedLinesAlone } from '../../text/insertedLines.ts';
import type { Replacement } from '../../text/replacement.ts';
import type { EditTool } from './fileEditTool.ts';
import { asArray, asName, asObject, asText } from '../../json.ts';
import { originalFileOf } from './originalFile.ts';

/**
 * Edit: one old string replaced by a new one, in the file as the result's `originalFile` has it. The texts
 * are never taken from `structuredPatch`, which turns leading tabs into spaces. `userModified` (the person
 * changed the proposal before accepting it; not seen set in real logs) changes nothing here: lines the
 * person altered just will not be found in a commit as the agent's.
 */
export const editTool: EditTool = {
  target: (input) => asName(input['file_path']),
  owns: (result) => asText(result['oldString']) !== null && asText(result['newString']) !== null,
  edits(input, result) {
    const file = asName(result?.['filePath']) ?? asName(input?.['file_path']);
    const from = asText(result?.['oldString']) ?? asText(input?.['old_string']);
    const to = asText(result?.['newString']) ?? asText(input?.['new_string']);
    if (file === null || from === null || to === null) return null;
    const all = (result?.['replaceAll'] ?? input?.['replace_all']) === true;
    const original = originalFileOf(result) ?? beforeNothing(from);
    return [{ file, operation: original === '' ? 'create' : 'edit', lines: changed(original, [{ from, to, all }]) }];
  },
};

/** MultiEdit (versions 1.x): several replacements in one file, one after the other. */
export const multiEditTool: EditTool = {
  target: (input) => asName(input['file_path']),
  owns: (result) => Array.isArray(result['edits']) && asName(result['filePath']) !== null,
  edits(input, result) {
    const file = asName(result?.['filePath']) ?? asName(input?.['file_path']);
    const replacements: Replacement[] = [];
    for (const one of asArray(result?.['edits'] ?? input?.['edits'])) {
      const edit = asObject(one);
      const from = asText(edit?.['old_string']);
      const to = asText(edit?.['new_string']);
      if (from === null || to === null) return null;
      replacements.push({ from, to, all: edit?.['replace_all'] === true });
    }
    if (file === null || replacements.length === 0) return null;
    const original = asText(result?.['originalFileContents']) ?? beforeNothing(replacements[0]!.from);
    return [{ file, operation: original === '' ? 'create' : 'edit', lines: changed(original, replacements) }];
  },
};

/** An empty old string means that there was no file before the edit; otherwise it is not known. */
function beforeNothing(from: string): string | null {
  return from === '' ? '' : null;
}

function changed(original: string | EscapedText | null, replacements: readonly Replacement[]): (path: string, key: FingerprintKey) => ChangedLines {
  return (path, key) => (original === null ? null : replacedLines(original, replacements, path, key)) ?? replacedLinesAlone(replacements, path, key);
}
