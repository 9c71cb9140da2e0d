import { insertedLines } from '../../text/insertedLines.ts';
import type { EditTool } from './fileEditTool.ts';
import { asName, asText } from '../../json.ts';
import { originalTextOf } from './originalFile.ts';

/**
 * Write: the whole file. `originalFile` is null for a new file. A subagent's record may lack it for a file
 * that was there before: then every line counts as inserted, and those that were not new match no commit.
 */
export const writeTool: EditTool = {
  target: (input) => asName(input['file_path']),
  owns: (result) => asText(result['content']) !== null && asName(result['filePath']) !== null && 'structuredPatch' in result,
  edits(input, result, words) {
    const file = asName(result?.['filePath']) ?? asName(input?.['file_path']);
    const after = asText(result?.['content']) ?? asText(input?.['content']);
    if (file === null || after === null) return null;
    const before = originalTextOf(result);
    const created = result === null ? !/has been updated/.test(words) : result['type'] === 'create' || before === null;
    return [{ file, operation: created ? 'create' : 'edit', lines: (path, key) => insertedLines(before, after, path, key) }];
  },
};
