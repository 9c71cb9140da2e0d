import type { LineHunk } from './lineDiff.ts';

/**
 * Shortest edit script between two sequences (Myers, "An O(ND) difference algorithm", 1986, greedy form).
 *
 *   diagonal k = old position - new position; furthest[k] = furthest old position reached on it
 *   after d differences; one row of `furthest` is kept per d, so that the way back can be walked.
 *
 * @param most gives up (null) when the sequences differ in more places than this
 * @returns hunks in ascending order that do not touch each other
 */
export function myers(old: Int32Array, now: Int32Array, most: number): LineHunk[] | null {
  const bound = Math.min(most, old.length + now.length);
  const middle = bound + 1;
  const furthest = new Int32Array(2 * bound + 3);
  const rows: Int32Array[] = [];
  for (let differences = 0; differences <= bound; differences++) {
    rows.push(furthest.slice(middle - differences - 1, middle + differences + 2));
    for (let k = -differences; k <= differences; k += 2) {
      const down = k === -differences || (k !== differences && furthest[middle + k - 1]! < furthest[middle + k + 1]!);
      let at = down ? furthest[middle + k + 1]! : furthest[middle + k - 1]! + 1;
      while (at < old.length && at - k < now.length && old[at] === now[at - k]) at++;
      furthest[middle + k] = at;
      if (at >= old.length && at - k >= now.length) return walkBack(rows, old.length, now.length);
    }
  }
  return null;
}

/** Rows hold, for d differences, `furthest` as it was before step d: index 0 is diagonal -(d + 1). */
function walkBack(rows: readonly Int32Array[], oldLength: number, newLength: number): LineHunk[] {
  const hunks: LineHunk[] = [];
  let oldAt = oldLength;
  let newAt = newLength;
  for (let differences = rows.length - 1; differences > 0; differences--) {
    const row = rows[differences]!;
    const value = (k: number): number => row[k + differences + 1]!;
    const k = oldAt - newAt;
    const down = k === -differences || (k !== differences && value(k - 1) < value(k + 1));
    const oldBefore = value(down ? k + 1 : k - 1);
    const newBefore = oldBefore - (down ? k + 1 : k - 1);
    const oldEnd = down ? oldBefore : oldBefore + 1;
    const newEnd = down ? newBefore + 1 : newBefore;
    const next = hunks.at(-1);
    if (next !== undefined && next.oldStart === oldEnd && next.newStart === newEnd) {
      hunks[hunks.length - 1] = { ...next, oldStart: oldBefore, newStart: newBefore };
    } else hunks.push({ oldStart: oldBefore, oldEnd, newStart: newBefore, newEnd });
    oldAt = oldBefore;
    newAt = newBefore;
  }
  return hunks.reverse();
}
