/** 1-based, inclusive. */
export type LineRange = readonly [first: number, last: number];

/** Ascending ranges that neither overlap nor touch, covering the same lines. */
export function united(ranges: readonly LineRange[]): LineRange[] {
  const result: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((left, right) => left[0] - right[0])) {
    const before = result.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}

/** Lines of `ranges` that are not in `taken`; both as `united` makes them. */
export function without(ranges: readonly LineRange[], taken: readonly LineRange[]): LineRange[] {
  const result: LineRange[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    let from = first;
    while (next < taken.length && taken[next]![1] < from) next++;
    for (let at = next; at < taken.length && taken[at]![0] <= last; at++) {
      if (taken[at]![0] > from) result.push([from, taken[at]![0] - 1]);
      from = taken[at]![1] + 1;
    }
    if (from <= last) result.push([from, last]);
  }
  return result;
}

/** Reads `1-10,15`. Null when a part is no range. */
export function parseRanges(text: string): LineRange[] | null {
  const ranges: LineRange[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part);
    const first = Number(match?.[1] ?? 0);
    const last = Number(match?.[2] ?? first);
    if (first < 1 || last < first) return null;
    ranges.push([first, last]);
  }
  return united(ranges);
}
