import { diffLines } from '../text/lineDiff.ts';
import { isKnown, unknownRun } from './printedLines.ts';
import type { PrintedLines } from './printedLines.ts';
import type { Run } from './spans.ts';

/**
 * Lines of known origin that a file had and has no more: a checkout takes them away and the next one brings them
 * back. Recognised by their fingerprints; no text.
 */
export interface LineMemory {
  /**
   * The runs of lines that came in place of others: those that stayed keep theirs, those that come back have theirs
   * back, and the rest is of unknown origin. What went is remembered.
   */
  readonly replace: (before: { readonly prints: readonly string[]; readonly runs: readonly (readonly Run[])[] }, now: PrintedLines) => readonly Run[];
  readonly isEmpty: () => boolean;
  readonly all: () => readonly RememberedLine[];
}

export type RememberedLine = readonly [print: string, runs: readonly Run[]];

/** Lines remembered for a file, at most. */
const most = 5000;
/** Shorter lines are alike too often to be recognised by themselves. */
const shortest = 12;

export function lineMemory(first: readonly RememberedLine[] = []): LineMemory {
  const lines = new Map<string, readonly Run[]>(first);
  const remember = (print: string, runs: readonly Run[]): void => {
    lines.delete(print);
    lines.set(print, runs);
    if (lines.size > most) lines.delete(lines.keys().next().value!);
  };
  const recall = (print: string, length: number): readonly Run[] => (length < shortest ? undefined : lines.get(print)) ?? [unknownRun(length)];
  return {
    replace(before, now) {
      const all: Run[] = [];
      let old = 0;
      for (const hunk of [...diffLines(before.prints, now.prints), { oldStart: before.prints.length, oldEnd: before.prints.length, newStart: now.prints.length, newEnd: now.prints.length }]) {
        for (; old < hunk.oldStart; old++) all.push(...before.runs[old]!);
        for (; old < hunk.oldEnd; old++) if (isKnown(before.runs[old]!)) remember(before.prints[old]!, before.runs[old]!);
        for (let line = hunk.newStart; line < hunk.newEnd; line++) all.push(...recall(now.prints[line]!, now.lengths[line]!));
      }
      return all;
    },
    isEmpty: () => lines.size === 0,
    all: () => [...lines],
  };
}
