import type { InsertedLine } from '../../../model/contribution.ts';
import type { Fingerprint, FingerprintKey } from '../../../model/fingerprint.ts';
import { lineClassifier } from '../../../model/lineText.ts';
import { insertedLine, removedLine } from '../../text/changedLines.ts';
import type { ChangedLines } from '../../text/changedLines.ts';
import { diffLines } from '../../text/lineDiff.ts';
import type { EditTool } from './fileEditTool.ts';
import { asArray, asName, asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';

/**
 * NotebookEdit: the source of one cell. In the .ipynb file each source line is a JSON string of its own:
 *
 *     "source": [
 *      "import math\n",          four spaces, as notebook programs and the agent indent
 *      "print(math.pi)"
 *     ]
 *
 * Lines are made in that form, as they will stand in a commit. The agent may leave the source as one long
 * string until a notebook program saves the file next; those commits are not matched exactly.
 */
export const notebookTool: EditTool = {
  target: (input) => asName(input['notebook_path']),
  owns: (result) => asText(result['new_source']) !== null && asName(result['notebook_path']) !== null,
  edits(input, result) {
    // The tool reports its own failures inside a result object.
    if ((asText(result?.['error']) ?? '') !== '') return [];
    const from = (name: string): unknown => result?.[name] ?? input?.[name];
    const file = asName(from('notebook_path'));
    if (file === null) return null;
    const mode = asText(from('edit_mode')) ?? 'replace';
    const before = mode === 'insert' ? '' : oldSource(asText(result?.['original_file']), asText(from('cell_id')));
    const after = mode === 'delete' ? '' : asText(from('new_source'));
    if (after === null) return null;
    const language = from('cell_type') === 'markdown' ? 'markdown' : (asText(result?.['language']) ?? 'python');
    return [{ file, operation: 'edit', lines: (_path, key) => cellLines(before, after, language, key) }];
  },
};

const extensions: Readonly<Record<string, string>> = { python: 'py', r: 'r', julia: 'jl', markdown: 'md', javascript: 'js', typescript: 'ts', sql: 'sql' };

/** Comments are judged by the cell's language, not by the JSON around it. */
function cellLines(before: string, after: string, language: string, key: FingerprintKey): ChangedLines {
  const classify = lineClassifier(`cell.${extensions[language] ?? 'py'}`);
  const old = jsonLines(before);
  const now = jsonLines(after);
  const flags = now.map(({ text }) => classify(text));
  const inserted: InsertedLine[] = [];
  const removed: Fingerprint[] = [];
  for (const hunk of diffLines(old.map(({ json }) => json), now.map(({ json }) => json))) {
    for (const { json } of old.slice(hunk.oldStart, hunk.oldEnd)) {
      const fingerprint = removedLine(json, key);
      if (fingerprint !== null) removed.push(fingerprint);
    }
    for (let at = hunk.newStart; at < hunk.newEnd; at++) inserted.push(insertedLine(now[at]!.json, flags[at]!, key));
  }
  return { inserted, removed };
}

interface CellLine {
  readonly text: string;
  readonly json: string;
}

function jsonLines(source: string): CellLine[] {
  if (source === '') return [];
  const parts = source.split(/(?<=\n)/);
  return parts.map((part, at) => ({ text: part.replace(/\r?\n$/, ''), json: `    ${JSON.stringify(part)}${at < parts.length - 1 ? ',' : ''}` }));
}

/** Source of a cell in a notebook's JSON; empty when it cannot be found. */
function oldSource(notebook: string | null, cellId: string | null): string {
  const cell = asArray(parsed(notebook)?.['cells']).map(asObject).find((one, at) => cellId !== null && (one?.['id'] === cellId || `cell-${at}` === cellId));
  const source = cell?.['source'];
  return typeof source === 'string' ? source : asArray(source).filter((line) => typeof line === 'string').join('');
}

function parsed(text: string | null): Json | null {
  if (text === null) return null;
  try {
    return asObject(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
