import type { InsertedLine } from '../../model/contribution.ts';
import type { Fingerprint, FingerprintKey } from '../../model/fingerprint.ts';
import { lineClassifier } from '../../model/lineText.ts';
import { insertedLine, removedLine } from './changedLines.ts';
import type { ChangedLines } from './changedLines.ts';
import { plainText, surroundingsOf } from './escapedText.ts';
import type { EscapedText, Surroundings } from './escapedText.ts';
import { diffLines } from './lineDiff.ts';
import { hasMarks, passLine, skipLines } from './lineFlags.ts';
import type { LineClassifier } from './lineFlags.ts';
import { applyReplacements, findPieces, replacePieces } from './replacement.ts';
import type { Replacement } from './replacement.ts';
import { touchedRegions } from './region.ts';
import { splitLines } from './splitLines.ts';

/**
 * Lines that a file gained and lost between two states.
 *
 * @param before null when the file was created
 * @param path decides how comments look; any form of path will do
 */
export function insertedLines(before: string | null, after: string, path: string, key: FingerprintKey): ChangedLines {
  const changes = startChanges(path, key);
  changes.add(before ?? '', after);
  return changes.lines;
}

/**
 * Lines that replacing pieces of a text changed. For a single replacement only whole lines around each
 * replaced piece are compared, so the cost does not grow with the file.
 *
 * @returns null when the replacements don't fit the text
 */
export function replacedLines(original: string | EscapedText, replacements: readonly Replacement[], path: string, key: FingerprintKey): ChangedLines | null {
  const [only] = replacements;
  if (typeof original !== 'string') {
    const near = only === undefined || replacements.length > 1 ? null : surroundingsOf(original, only);
    if (near !== null && only !== undefined) return replacedNear(near, only.to, path, key);
    const text = plainText(original);
    return text === null ? null : replacedLines(text, replacements, path, key);
  }
  if (only === undefined || replacements.length > 1) {
    // Later replacements may lie inside what earlier ones put there.
    const after = applyReplacements(original, replacements);
    return after === null ? null : insertedLines(original, after, path, key);
  }
  const found = findPieces(original, only);
  if (found === null) return null;
  const changes = startChanges(path, key);
  let read = 0;
  for (const [start, end] of touchedRegions(found)) {
    skipLines(changes.classify, found.original.slice(read, start));
    changes.add(found.original.slice(start, end), replacePieces(found, only.to, start, end));
    read = end;
  }
  return changes.lines;
}

function replacedNear({ before, lines, start, end }: Surroundings, to: string, path: string, key: FingerprintKey): ChangedLines {
  const changes = startChanges(path, key);
  if (hasMarks(before.escaped) || before.escaped.includes('*\\/')) skipLines(changes.classify, plainText(before) ?? '');
  changes.add(lines, lines.slice(0, start) + to + lines.slice(end));
  return changes.lines;
}

/**
 * Lines of a replacement whose surroundings are not known. The strings are compared as if they began and
 * ended at line borders. That is so for nearly all edits; where it is not, the first and last line are
 * partial: with only indentation missing they still match by their loose fingerprint, otherwise by
 * similarity or not at all. They are never completed by guessing.
 */
export function replacedLinesAlone(replacements: readonly Replacement[], path: string, key: FingerprintKey): ChangedLines {
  const changes = startChanges(path, key);
  for (const { from, to } of replacements) changes.add(from, to);
  return changes.lines;
}

interface Changes {
  readonly lines: ChangedLines;
  readonly classify: LineClassifier;
  /** Adds what differs between two states of the same lines; of the later state the classifier sees what it has to. */
  readonly add: (before: string, after: string) => void;
}

function startChanges(path: string, key: FingerprintKey): Changes {
  const inserted: InsertedLine[] = [];
  const removed: Fingerprint[] = [];
  const classify = lineClassifier(path);
  return {
    lines: { inserted, removed },
    classify,
    add(before, after) {
      const old = splitLines(before);
      const now = splitLines(after);
      let at = 0;
      for (const hunk of diffLines(old, now)) {
        for (const line of old.slice(hunk.oldStart, hunk.oldEnd)) {
          const fingerprint = removedLine(line, key);
          if (fingerprint !== null) removed.push(fingerprint);
        }
        for (; at < hunk.newStart; at++) passLine(classify, now[at]!);
        for (; at < hunk.newEnd; at++) inserted.push(insertedLine(now[at]!, classify(now[at]!), key));
      }
      for (; at < now.length; at++) passLine(classify, now[at]!);
    },
  };
}
