import type { InsertedLine } from '../../model/contribution.ts';
import type { Fingerprint, FingerprintKey } from '../../model/fingerprint.ts';
import { lineClassifier } from '../../model/lineText.ts';
import { insertedLine, removedLine } from '../text/changedLines.ts';
import type { ChangedLines } from '../text/changedLines.ts';

/**
 * Lines that the hunks of a diff add and take away. Each line begins with `+`, `-` or a space, and has no
 * line end. Block comments are seen as far as a hunk's context shows them.
 */
export function hunkLines(hunks: readonly (readonly string[])[], path: string, key: FingerprintKey): ChangedLines {
  const inserted: InsertedLine[] = [];
  const removed: Fingerprint[] = [];
  for (const hunk of hunks) {
    const classify = lineClassifier(path);
    for (const line of hunk) {
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
