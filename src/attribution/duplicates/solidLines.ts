import type { FingerprintKey } from '../../model/fingerprint.ts';
import { fingerprintText } from '../../model/fingerprint.ts';
import { lexicalTokens } from '../../model/lineText.ts';
import type { PatchLines } from '../../model/patch.ts';
import { loosePrintOf } from '../commitLines.ts';

/** The lines of a text that are not blank, in order. */
export interface SolidLines {
  /** Loose fingerprints: white space makes no difference. */
  readonly prints: Float64Array;
  /** 1-based, in the whole text. */
  readonly numbers: Int32Array;
  /** How many lexical tokens the line at an index has. */
  readonly tokensAt: (index: number) => number;
}

/** Reads texts into the lines that blocks are made of. */
export interface SolidLineReader {
  readonly ofText: (bytes: Uint8Array) => SolidLines;
  readonly ofHunk: (lines: PatchLines) => Float64Array;
}

const lineFeed = 10;
const decoder = new TextDecoder();

export function createSolidLineReader(key: FingerprintKey): SolidLineReader {
  const blank = fingerprintText(key, '');
  let prints = new Float64Array(1024);
  let numbers = new Int32Array(1024);
  let starts = new Int32Array(1024);
  const enter = (count: number, print: number, number: number, start: number): void => {
    if (count === prints.length) {
      const shorter = [prints, numbers, starts] as const;
      prints = new Float64Array(2 * count);
      numbers = new Int32Array(2 * count);
      starts = new Int32Array(2 * count);
      prints.set(shorter[0]);
      numbers.set(shorter[1]);
      starts.set(shorter[2]);
    }
    prints[count] = print;
    numbers[count] = number;
    starts[count] = start;
  };
  return {
    ofText(bytes) {
      let count = 0;
      for (let start = 0, number = 1; start < bytes.length; number++) {
        const found = bytes.indexOf(lineFeed, start);
        const end = found < 0 ? bytes.length : found;
        const print = loosePrintOf(key, bytes, start, end);
        if (print !== blank) enter(count++, print, number, start);
        start = end + 1;
      }
      const offsets = starts.slice(0, count);
      const textAt = (index: number): string => {
        const end = bytes.indexOf(lineFeed, offsets[index]!);
        return decoder.decode(bytes.subarray(offsets[index]!, end < 0 ? bytes.length : end));
      };
      return { prints: prints.slice(0, count), numbers: numbers.slice(0, count), tokensAt: (index) => lexicalTokens(textAt(index)).length };
    },
    ofHunk(lines) {
      let count = 0;
      for (let at = 0; at < lines.starts.length; at++) {
        const print = loosePrintOf(key, lines.bytes, lines.starts[at]!, lines.ends[at]!);
        if (print !== blank) enter(count++, print, at, 0);
      }
      return prints.slice(0, count);
    },
  };
}
