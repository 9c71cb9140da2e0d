import { allShingles, blockLines } from './shingles.ts';

/** Lines of a contribution, or of a file, that are not blank, in order. */
export interface BlockText {
  /** Loose fingerprints. */
  readonly prints: ArrayLike<number>;
}

/** `length` lines of the one text from `from` on that stand in the other from `at` on. */
export interface RepeatedRun {
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

// Text that stands more often than this in one file is a pattern of the file: the first places speak for the others.
const maxPlaces = 50;

/**
 * The longest runs of `lines` that stand in `text` in the same order with nothing between, one after the
 * other, each with at least `blockLines` effective lines.
 *
 * @param effective is the line at this index of `lines` effective?
 * @param may may the line at an index of `lines` be a repetition of the one at an index of `text`?
 */
export function repeatedRuns(lines: BlockText, text: BlockText, effective: (index: number) => boolean, may: (index: number, at: number) => boolean = () => true): RepeatedRun[] {
  const shingles = shinglesOf(lines);
  const places = placesOf(text, new Set(shingles));
  const equal = (index: number, at: number): boolean => lines.prints[index] === text.prints[at] && may(index, at);
  const runs: RepeatedRun[] = [];
  for (let from = 0; from < shingles.length; ) {
    let best: RepeatedRun | null = null;
    for (const at of places.get(shingles[from]!) ?? []) {
      let length = 0;
      while (from + length < lines.prints.length && at + length < text.prints.length && equal(from + length, at + length)) length++;
      if (length > (best?.length ?? 0)) best = { from, at, length };
    }
    if (best !== null && effectiveIn(best, effective) >= blockLines) {
      runs.push(best);
      from += best.length;
    } else from++;
  }
  return runs;
}

/** A text is compared with many others. */
const known = new WeakMap<BlockText, Uint32Array>();

function shinglesOf(text: BlockText): Uint32Array {
  const shingles = known.get(text) ?? allShingles(text.prints);
  known.set(text, shingles);
  return shingles;
}

function placesOf(text: BlockText, wanted: ReadonlySet<number>): Map<number, number[]> {
  const places = new Map<number, number[]>();
  if (wanted.size === 0) return places;
  const shingles = shinglesOf(text);
  for (let at = 0; at < shingles.length; at++) {
    const shingle = shingles[at]!;
    if (!wanted.has(shingle)) continue;
    const list = places.get(shingle);
    if (list === undefined) places.set(shingle, [at]);
    else if (list.length < maxPlaces) list.push(at);
  }
  return places;
}

export function effectiveIn({ from, length }: Pick<RepeatedRun, 'from' | 'length'>, effective: (index: number) => boolean): number {
  let count = 0;
  for (let index = from; index < from + length; index++) if (effective(index)) count++;
  return count;
}
