import { fingerprintText } from '../../model/fingerprint.ts';
import type { Fingerprint, FingerprintKey } from '../../model/fingerprint.ts';
import { unknownOrigin } from './spans.ts';
import type { Run } from './spans.ts';

/** The lines of a text without the text: what each is recognised by, and how long it is, its line end included. */
export interface PrintedLines {
  readonly prints: readonly Fingerprint[];
  readonly lengths: readonly number[];
}

export function printLines(text: string, key: FingerprintKey): PrintedLines {
  const prints: Fingerprint[] = [];
  const lengths: number[] = [];
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from);
    const end = feed < 0 ? text.length : feed + 1;
    prints.push(fingerprintText(key, text.slice(from, end)));
    lengths.push(end - from);
    from = end;
  }
  return { prints, lengths };
}

/** The runs of each line. */
export function runsByLine(runs: readonly Run[], lengths: readonly number[]): Run[][] {
  const lines: Run[][] = [];
  let run = 0;
  let left = runs[0]?.length ?? 0;
  for (const length of lengths) {
    const line: Run[] = [];
    for (let wanted = length; wanted > 0 && run < runs.length; ) {
      const part = Math.min(wanted, left);
      if (part > 0) line.push({ length: part, origin: runs[run]!.origin });
      wanted -= part;
      left -= part;
      if (left === 0) left = runs[++run]?.length ?? 0;
    }
    lines.push(line);
  }
  return lines;
}

export function unknownRun(length: number): Run {
  return { length, origin: unknownOrigin };
}

export function isKnown(runs: readonly Run[]): boolean {
  return runs.some(({ origin }) => origin !== unknownOrigin);
}
