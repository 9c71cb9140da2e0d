import { writeEdit } from '../../edits/fileEdit.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { fileOf } from '../../edits/toolArguments.ts';
import { asName, asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';

/**
 * The edit that a result shows: `{ fileDiff, fileName, filePath?, originalContent, newContent, diffStat }`. Null
 * when it shows none, or when the person changed the proposal before accepting it: then the new content is in
 * part theirs, and the call's own arguments are the agent's text.
 */
export function shownEdit(display: unknown, given: Json): FileEdit | null {
  const shown = asObject(display);
  const after = asText(shown?.['newContent']);
  const file = asName(shown?.['filePath']) ?? fileOf(given);
  if (shown === null || after === null || file === null) return null;
  const changes = asObject(shown['diffStat']);
  if (Number(changes?.['user_added_lines'] ?? 0) > 0 || Number(changes?.['user_removed_lines'] ?? 0) > 0) return null;
  const before = shown['isNewFile'] === true ? null : asText(shown['originalContent']);
  return writeEdit(file, before, after, before === null || before === '' ? 'create' : 'edit');
}
