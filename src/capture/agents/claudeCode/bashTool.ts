import type { InsertedLine, Operation } from '../../../model/contribution.ts';
import type { Fingerprint, FingerprintKey } from '../../../model/fingerprint.ts';
import { lineClassifier } from '../../../model/lineText.ts';
import { insertedLine, removedLine } from '../../text/changedLines.ts';
import type { ChangedLines } from '../../text/changedLines.ts';
import type { EditTool, FileEdit } from './fileEdit.ts';
import { asArray, asName, asObject, asText } from './json.ts';

/**
 * Bash: what a shell command changed, which newer versions record as `bashEditDiff`. Without it shell edits are
 * invisible, and their lines stay unknown. A file without hunks (too large, binary) yields nothing.
 */
export const bashTool: EditTool = {
  target: () => null,
  owns: (result) => asObject(result['bashEditDiff']) !== null,
  edits(_input, result) {
    const edits: FileEdit[] = [];
    for (const one of asArray(asObject(result?.['bashEditDiff'])?.['files'])) {
      const changed = asObject(one);
      const file = asName(changed?.['filePath']);
      const hunks = asArray(changed?.['hunks']);
      if (changed === null || file === null || hunks.length === 0) continue;
      const operation: Operation = changed['deleted'] === true ? 'delete' : changed['created'] === true ? 'create' : 'edit';
      edits.push({ file, operation, lines: (path, key) => hunkLines(hunks, path, key) });
    }
    return edits;
  },
};

/** Lines of unified diff hunks. Block comments are seen as far as the hunk's context shows them. */
function hunkLines(hunks: readonly unknown[], path: string, key: FingerprintKey): ChangedLines {
  const inserted: InsertedLine[] = [];
  const removed: Fingerprint[] = [];
  for (const hunk of hunks) {
    const classify = lineClassifier(path);
    for (const one of asArray(asObject(hunk)?.['lines'])) {
      const line = asText(one)?.replace(/[\r\n]+$/, '') ?? '';
      const text = line.slice(1);
      if (line.startsWith('-')) {
        const fingerprint = removedLine(text, key);
        if (fingerprint !== null) removed.push(fingerprint);
      } else if (line.startsWith('+')) inserted.push(insertedLine(text, classify(text), key));
      else if (line.startsWith(' ')) classify(text);
    }
  }
  return { inserted, removed };
}
