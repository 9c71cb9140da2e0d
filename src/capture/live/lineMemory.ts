import type { Fingerprint } from '../../model/fingerprint.ts';
import { diffLines } from '../text/lineDiff.ts';
import { isKnown, unknownRun } from './printedLines.ts';
import type { PrintedLines } from './printedLines.ts';
import type { OriginNumber, Run } from './spans.ts';

/**
 * Lines of known origin that a file had and has no more: a checkout takes them away and the next one brings them
 * back. Recognised by their fingerprints; no text.
 */
export interface LineMemory {
  /**
   * The runs of lines that came in place of others: those that stayed keep theirs, those that come back have theirs
   * back, and the rest is of unknown origin. What went is remembered; `away`: it went with a branch, and is still there.
   */
  readonly replace: (before: { readonly prints: readonly Fingerprint[]; readonly runs: readonly (readonly Run[])[] }, now: PrintedLines, away: boolean) => readonly Run[];
  /** How many characters of an origin are away. */
  readonly awayOf: (origin: OriginNumber) => number;
  readonly isEmpty: () => boolean;
  readonly all: () => readonly RememberedLine[];
}

export type RememberedLine = readonly [print: Fingerprint, runs: readonly Run[], away: boolean];

/** Lines remembered for a file, at most. */
const most = 5000;
/** Shorter lines are alike too often to be recognised by themselves. */
const shortest = 12;

export function lineMemory(first: readonly RememberedLine[] = []): LineMemory {
  const lines = new Map(first.map(([print, runs, away]) => [print, { runs, away }]));
  const remember = (print: Fingerprint, runs: readonly Run[], away: boolean): void => {
    lines.delete(print);
    lines.set(print, { runs, away });
    if (lines.size > most) lines.delete(lines.keys().next().value!);
  };
  const recall = (print: Fingerprint, length: number): readonly Run[] => {
    const line = length < shortest ? undefined : lines.get(print);
    if (line === undefined) return [unknownRun(length)];
    line.away = false;
    return line.runs;
  };
  return {
    replace(before, now, away) {
      const all: Run[] = [];
      let old = 0;
      for (const hunk of [...diffLines(before.prints, now.prints), { oldStart: before.prints.length, oldEnd: before.prints.length, newStart: now.prints.length, newEnd: now.prints.length }]) {
        for (; old < hunk.oldStart; old++) all.push(...before.runs[old]!);
        for (; old < hunk.oldEnd; old++) if (isKnown(before.runs[old]!)) remember(before.prints[old]!, before.runs[old]!, away);
        for (let line = hunk.newStart; line < hunk.newEnd; line++) all.push(...recall(now.prints[line]!, now.lengths[line]!));
      }
      return all;
    },
    awayOf(origin) {
      let sum = 0;
      for (const { runs, away } of lines.values()) if (away) for (const run of runs) if (run.origin === origin) sum += run.length;
      return sum;
    },
    isEmpty: () => lines.size === 0,
    all: () => [...lines].map(([print, { runs, away }]) => [print, runs, away]),
  };
}
