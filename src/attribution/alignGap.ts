import { findReflows } from './reflow.ts';
import { commonTokens, editedThreshold } from './tokenSimilarity.ts';

/** One side of a gap: lines between anchors that did not match as they stand. */
export interface GapSide {
  readonly length: number;
  readonly tokens: (at: number) => Int32Array;
  /** Lines already spoken for are no candidates, but keep their place. */
  readonly free: (at: number) => boolean;
}

/** A line of the left side lives on in lines of the right side. */
export interface Heir {
  readonly left: number;
  /** Ascending; the first is the line itself, the others are where it was wrapped to. */
  readonly right: readonly number[];
  readonly kind: 'reformatted' | 'edited';
  /** Share of the left line's tokens that are still there, 0 to 1. */
  readonly retained: number;
  /** 2·LCS / (a + b). */
  readonly similarity: number;
}

// Comparing every line with every line is quadratic; beyond this a gap is a rewrite, not an edit.
const maxComparisons = 60_000;

/**
 * Finds out of two runs of lines which left line became which right line: first runs that were only
 * wrapped differently, then the in-order pairing with the largest total similarity among pairs that
 * reach the threshold (Needleman and Wunsch with similarity as the gain and free gaps).
 */
export function alignGap(left: GapSide, right: GapSide, separators: ReadonlySet<number>): Heir[] {
  if (left.length === 0 || right.length === 0) return [];
  const heirs: Heir[] = [];
  let doneLeft = 0;
  let doneRight = 0;
  for (const reflow of findReflows(left, right, separators)) {
    pairBySimilarity(left, right, [doneLeft, reflow.left[0]], [doneRight, reflow.right[0]], heirs);
    shareOut(left, right, reflow.left, reflow.right, heirs);
    doneLeft = reflow.left[1];
    doneRight = reflow.right[1];
  }
  pairBySimilarity(left, right, [doneLeft, left.length], [doneRight, right.length], heirs);
  return heirs;
}

type Range = readonly [from: number, to: number];

/** Gives each left line of a reflow the right lines that hold its tokens. */
function shareOut(left: GapSide, right: GapSide, leftRange: Range, rightRange: Range, heirs: Heir[]): void {
  let position = 0;
  const starts: number[] = [];
  for (let r = rightRange[0]; r < rightRange[1]; r++) {
    starts.push(position);
    position += right.tokens(r).length;
  }
  starts.push(position);
  let from = 0;
  for (let l = leftRange[0]; l < leftRange[1]; l++) {
    const to = from + left.tokens(l).length;
    const lines: number[] = [];
    for (let at = 0; at + 1 < starts.length; at++) if (starts[at]! < to && starts[at + 1]! > from) lines.push(rightRange[0] + at);
    // a line that shares its first right line with the one before it starts where it starts
    if (lines.length > 0 && left.tokens(l).length > 0) heirs.push({ left: l, right: lines, kind: 'reformatted', retained: 1, similarity: 1 });
    from = to;
  }
}

function pairBySimilarity(left: GapSide, right: GapSide, leftRange: Range, rightRange: Range, heirs: Heir[]): void {
  const rows: number[] = [];
  const columns: number[] = [];
  for (let l = leftRange[0]; l < leftRange[1]; l++) if (left.free(l) && left.tokens(l).length > 0) rows.push(l);
  for (let r = rightRange[0]; r < rightRange[1]; r++) if (right.free(r) && right.tokens(r).length > 0) columns.push(r);
  if (rows.length === 0 || columns.length === 0 || rows.length * columns.length > maxComparisons) return;
  const rowMarks = rows.map((row) => marksOf(left.tokens(row)));
  const columnMarks = columns.map((column) => marksOf(right.tokens(column)));
  const width = columns.length + 1;
  const best = new Float64Array((rows.length + 1) * width);
  const common = new Int32Array(rows.length * columns.length);
  for (let row = rows.length - 1; row >= 0; row--) {
    const a = left.tokens(rows[row]!);
    for (let column = columns.length - 1; column >= 0; column--) {
      const b = right.tokens(columns[column]!);
      let gain = 0;
      if (mayReachThreshold(a.length, rowMarks[row]!, b.length, columnMarks[column]!)) {
        const shared = commonTokens(a, b);
        const alike = (2 * shared) / (a.length + b.length);
        if (alike >= editedThreshold) {
          gain = alike;
          common[row * columns.length + column] = shared;
        }
      }
      const skip = Math.max(best[(row + 1) * width + column]!, best[row * width + column + 1]!);
      best[row * width + column] = gain === 0 ? skip : Math.max(skip, gain + best[(row + 1) * width + column + 1]!);
    }
  }
  for (let row = 0, column = 0; row < rows.length && column < columns.length; ) {
    const here = best[row * width + column]!;
    const shared = common[row * columns.length + column]!;
    const a = left.tokens(rows[row]!).length;
    const b = right.tokens(columns[column]!).length;
    const alike = (2 * shared) / (a + b);
    if (shared > 0 && Math.abs(here - (alike + best[(row + 1) * width + column + 1]!)) < 1e-9) {
      heirs.push({ left: rows[row]!, right: [columns[column]!], kind: alike === 1 ? 'reformatted' : 'edited', retained: shared / a, similarity: alike });
      row++;
      column++;
    } else if (here === best[(row + 1) * width + column]!) row++;
    else column++;
  }
}

/** One bit for each token, of 32: two lines that share a token share its bit. */
function marksOf(tokens: Int32Array): number {
  let marks = 0;
  for (const token of tokens) marks |= 1 << (token & 31);
  return marks;
}

/**
 * Every bit that one line alone has is a token the other lacks, so what they can have in common is bounded
 * without comparing them. Most pairs of a gap are told apart by this.
 */
function mayReachThreshold(leftLength: number, leftMarks: number, rightLength: number, rightMarks: number): boolean {
  const most = Math.min(leftLength - bitsOf(leftMarks & ~rightMarks), rightLength - bitsOf(rightMarks & ~leftMarks));
  return 2 * most >= editedThreshold * (leftLength + rightLength);
}

function bitsOf(marks: number): number {
  let rest = marks - ((marks >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
