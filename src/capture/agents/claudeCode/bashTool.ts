import type { Operation } from '../../../model/contribution.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { hunkLines } from '../../edits/hunkLines.ts';
import { asArray, asName, asObject, asText } from '../../json.ts';
import type { EditTool } from './fileEditTool.ts';

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
      const hunks = asArray(changed?.['hunks']).map(linesOf);
      if (changed === null || file === null || hunks.length === 0) continue;
      const operation: Operation = changed['deleted'] === true ? 'delete' : changed['created'] === true ? 'create' : 'edit';
      edits.push({ file, operation, lines: (path, key) => hunkLines(hunks, path, key) });
    }
    return edits;
  },
};

function linesOf(hunk: unknown): string[] {
  return asArray(asObject(hunk)?.['lines']).map((line) => asText(line)?.replace(/[\r\n]+$/, '') ?? '');
}
