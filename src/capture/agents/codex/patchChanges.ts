import type { FileEdit } from '../../edits/fileEdit.ts';
import { deleteEdit, writeEdit } from '../../edits/fileEdit.ts';
import { diffEdit } from '../../edits/unifiedDiff.ts';
import { asName, asObject, asText } from '../../json.ts';

/**
 * What a patch did, as events tell it: by path, `{ type: 'add' | 'delete', content }` or
 * `{ type: 'update', unified_diff, move_path }`. Null when a change has no text in it.
 */
export function patchChanges(changes: unknown): FileEdit[] | null {
  const edits: FileEdit[] = [];
  for (const [path, given] of Object.entries(asObject(changes) ?? {})) {
    const change = asObject(given);
    const content = asText(change?.['content']);
    const diff = asText(change?.['unified_diff']);
    const moved = asName(change?.['move_path']);
    if (change?.['type'] === 'delete') edits.push(deleteEdit(path, content));
    else if (content !== null) edits.push(writeEdit(path, null, content, 'create'));
    else if (diff !== null) {
      const edit = diffEdit(moved ?? path, moved === null ? 'edit' : 'rename', diff);
      // A file that was only moved has no hunks.
      if (edit !== null) edits.push(edit);
      else if (moved === null) return null;
    } else return null;
  }
  return edits;
}
