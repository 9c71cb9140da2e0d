import type { Operation } from '../../model/contribution.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { ChangedLines } from '../text/changedLines.ts';
import { insertedLines, replacedLines, replacedLinesAlone } from '../text/insertedLines.ts';
import type { Replacement } from '../text/replacement.ts';

/** What one accepted call did to one file. The lines are worked out only for files of this repository. */
export interface FileEdit {
  /** As the agent wrote it: absolute, or relative to its working directory; with `\` on Windows. */
  readonly file: string;
  readonly operation: Operation;
  readonly lines: (path: string, key: FingerprintKey) => ChangedLines;
}

/** A whole file put in place of another state of it; `before` is null when there was none, or none is known. */
export function writeEdit(file: string, before: string | null, after: string, operation: Operation = before === null ? 'create' : 'edit'): FileEdit {
  return { file, operation, lines: (path, key) => insertedLines(before, after, path, key) };
}

/** Texts replaced by others, one after the other; in `original` where that is known. */
export function replaceEdit(file: string, replacements: readonly Replacement[], original: string | null = null): FileEdit {
  const creates = original === null && replacements.length === 1 && replacements[0]!.from === '';
  const lines = (path: string, key: FingerprintKey): ChangedLines =>
    (original === null ? null : replacedLines(original, replacements, path, key)) ?? replacedLinesAlone(replacements, path, key);
  return { file, operation: creates || original === '' ? 'create' : 'edit', lines };
}

/** A file taken away. Its lines count as removed where the log still has them. */
export function deleteEdit(file: string, before: string | null): FileEdit {
  return { file, operation: 'delete', lines: (path, key) => insertedLines(before, '', path, key) };
}

/** Several edits of one file, made one after the other, as one. */
export function joinEdits(file: string, edits: readonly FileEdit[]): FileEdit {
  const operation = edits.some((edit) => edit.operation === 'create') ? 'create' : (edits.at(-1)?.operation ?? 'edit');
  return {
    file, operation,
    lines(path, key) {
      const all = edits.map((edit) => edit.lines(path, key));
      return { inserted: all.flatMap(({ inserted }) => inserted), removed: all.flatMap(({ removed }) => removed) };
    },
  };
}
