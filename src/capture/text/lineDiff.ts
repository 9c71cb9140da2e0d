import { myers } from './myers.ts';

/**
 * A run of lines that was replaced: `[oldStart, oldEnd)` of the text before gave way to
 * `[newStart, newEnd)` of the text after. Zero-based; either side may be empty.
 */
export interface LineHunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Differences looked for before a range is cut at its unique lines instead (cost grows with the square). */
const mostDifferences = 400;
/** How often a range may be cut again. */
const deepest = 40;

/**
 * The lines that differ between two texts (or their fingerprints), in order. Shortest script where the texts are close; where they
 * are far apart, ranges are cut at lines that occur once on both sides, so that the cost stays bounded.
 */
export function diffLines<Line extends string | number>(before: readonly Line[], after: readonly Line[]): LineHunk[] {
  const numbers = new Map<Line, number>();
  const numbered = (lines: readonly Line[]): Int32Array => {
    const result = new Int32Array(lines.length);
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!;
      let number = numbers.get(line);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(line, number);
      }
      result[at] = number;
    }
    return result;
  };
  const hunks: LineHunk[] = [];
  const from = commonHead(before, after);
  const cut = commonTail(before, after, from);
  const old = numbered(before.slice(from, before.length - cut));
  const now = numbered(after.slice(from, after.length - cut));
  diffRange({ old, now, add: (hunk) => addHunk(hunks, hunk, from) }, 0, old.length, 0, now.length, 0);
  return hunks;
}

interface Work {
  readonly old: Int32Array;
  readonly now: Int32Array;
  readonly add: (hunk: LineHunk) => void;
}

function diffRange(work: Work, oldStart: number, oldEnd: number, newStart: number, newEnd: number, depth: number): void {
  const { old, now, add } = work;
  while (oldStart < oldEnd && newStart < newEnd && old[oldStart] === now[newStart]) {
    oldStart++;
    newStart++;
  }
  while (oldStart < oldEnd && newStart < newEnd && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  if (oldStart === oldEnd && newStart === newEnd) return;
  if (oldStart === oldEnd || newStart === newEnd) return add({ oldStart, oldEnd, newStart, newEnd });
  const script = myers(old.subarray(oldStart, oldEnd), now.subarray(newStart, newEnd), mostDifferences);
  if (script !== null) {
    for (const hunk of script) add(shifted(hunk, oldStart, newStart));
    return;
  }
  const anchors = depth < deepest ? uniqueAnchors(old, now, oldStart, oldEnd, newStart, newEnd) : [];
  if (anchors.length === 0) return add({ oldStart, oldEnd, newStart, newEnd });
  for (const [oldAt, newAt] of anchors) {
    diffRange(work, oldStart, oldAt, newStart, newAt, depth + 1);
    oldStart = oldAt + 1;
    newStart = newAt + 1;
  }
  diffRange(work, oldStart, oldEnd, newStart, newEnd, depth + 1);
}

/** Pairs of lines that occur exactly once in both ranges, in an order that holds on both sides (the longest such chain). */
function uniqueAnchors(old: Int32Array, now: Int32Array, oldStart: number, oldEnd: number, newStart: number, newEnd: number): [number, number][] {
  const inOld = onlyPlaces(old, oldStart, oldEnd);
  const inNew = onlyPlaces(now, newStart, newEnd);
  const pairs: [number, number][] = [];
  for (const [line, oldAt] of inOld) {
    const newAt = inNew.get(line);
    if (oldAt >= 0 && newAt !== undefined && newAt >= 0) pairs.push([oldAt, newAt]);
  }
  pairs.sort((left, right) => left[0] - right[0]);
  return longestChain(pairs);
}

/** Place of each line that occurs once; -1 for those that occur more often. */
function onlyPlaces(lines: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) places.set(lines[at]!, places.has(lines[at]!) ? -1 : at);
  return places;
}

/** Longest subsequence whose second members ascend (patience sorting). */
function longestChain(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (let at = 0; at < pairs.length; at++) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[piles[middle]!]![1] < pairs[at]![1]) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[at] = piles[low - 1]!;
    piles[low] = at;
  }
  const chain: [number, number][] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.push(pairs[at]!);
  return chain.reverse();
}

function addHunk(hunks: LineHunk[], hunk: LineHunk, from: number): void {
  const next = shifted(hunk, from, from);
  const last = hunks.at(-1);
  // Cutting at anchors can leave two hunks that touch; they are one change.
  if (last !== undefined && last.oldEnd === next.oldStart && last.newEnd === next.newStart) {
    hunks[hunks.length - 1] = { ...last, oldEnd: next.oldEnd, newEnd: next.newEnd };
  } else hunks.push(next);
}

function shifted(hunk: LineHunk, old: number, now: number): LineHunk {
  return { oldStart: hunk.oldStart + old, oldEnd: hunk.oldEnd + old, newStart: hunk.newStart + now, newEnd: hunk.newEnd + now };
}

function commonHead<Line>(before: readonly Line[], after: readonly Line[]): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  return at;
}

function commonTail<Line>(before: readonly Line[], after: readonly Line[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let at = 0;
  while (at < most && before[before.length - 1 - at] === after[after.length - 1 - at]) at++;
  return at;
}
