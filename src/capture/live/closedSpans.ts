import { fingerprintText } from '../../model/fingerprint.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';
import { diffLines } from '../text/lineDiff.ts';
import { createSpans, unknownOrigin } from './spans.ts';
import type { Run } from './spans.ts';

/** What stays in memory of a document that was closed: no text. */
export interface ClosedSpans {
  readonly runs: readonly Run[];
  /** Fingerprint of each line, its line end included. */
  readonly lines: readonly string[];
  readonly lengths: readonly number[];
}

/** @param key of this process; what is kept never leaves it */
export function closeSpans(runs: readonly Run[], text: string, key: FingerprintKey): ClosedSpans {
  const lines = linesOf(text);
  return { runs, lines: lines.map((line) => fingerprintText(key, line).toString(36)), lengths: lines.map((line) => line.length) };
}

/** Spans of the text as it is found again: lines that are still there keep theirs, others are unknown. */
export function reopenSpans(closed: ClosedSpans, text: string, key: FingerprintKey): readonly Run[] {
  const now = closeSpans([], text, key);
  const spans = createSpans(closed.runs);
  // From the end on, so that the places of those before stay.
  for (const hunk of diffLines(closed.lines, now.lines).toReversed()) {
    const inserted = sum(now.lengths, hunk.newStart, hunk.newEnd);
    spans.replace(sum(closed.lengths, 0, hunk.oldStart), sum(closed.lengths, hunk.oldStart, hunk.oldEnd), [{ length: inserted, origin: unknownOrigin }]);
  }
  return spans.runs();
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sum(lengths: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += lengths[at]!;
  return total;
}
