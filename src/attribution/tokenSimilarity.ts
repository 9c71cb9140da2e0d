/** Lines of more tokens than this (minified code, data) are compared as bags, not in order. */
const maxOrdered = 400;

/** Length of the longest common subsequence of two token lists (fingerprints). */
export function commonTokens(left: Int32Array, right: Int32Array): number {
  if (left.length > maxOrdered || right.length > maxOrdered) return commonBag(left, right);
  let start = 0;
  const shorter = Math.min(left.length, right.length);
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  if (left.length - end - start <= maxBits) return start + end + commonBits(left.subarray(start, left.length - end), right.subarray(start, right.length - end));
  const columns = right.length - end - start;
  let before = new Int32Array(columns + 1);
  let now = new Int32Array(columns + 1);
  for (let l = start; l < left.length - end; l++) {
    for (let column = 0; column < columns; column++) {
      now[column + 1] = left[l] === right[start + column] ? before[column]! + 1 : Math.max(before[column + 1]!, now[column]!);
    }
    [before, now] = [now, before];
  }
  return start + end + before[columns]!;
}

/** Most lines have few tokens: a row of the table is then one number. */
const maxBits = 31;

/**
 * Length of the longest common subsequence, a bit of one number for each token of the left side (Hyyrö 2004). A bit
 * is 0 where the table's row rises by one.
 */
function commonBits(left: Int32Array, right: Int32Array): number {
  let row = -1;
  for (let r = 0; r < right.length; r++) {
    const token = right[r]!;
    let equal = 0;
    for (let l = 0; l < left.length; l++) if (left[l] === token) equal |= 1 << l;
    if (equal === 0) continue;
    const rising = row & equal;
    row = (row + rising) | (row - rising);
  }
  let common = 0;
  for (let l = 0; l < left.length; l++) if ((row & (1 << l)) === 0) common++;
  return common;
}

function commonBag(left: Int32Array, right: Int32Array): number {
  const counts = new Map<number, number>();
  for (const token of left) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of right) {
    const count = counts.get(token) ?? 0;
    if (count === 0) continue;
    counts.set(token, count - 1);
    common++;
  }
  return common;
}

/** Sørensen-Dice over the common subsequence: 2·LCS / (a + b), from 0 to 1. */
export function similarity(left: Int32Array, right: Int32Array): number {
  const total = left.length + right.length;
  return total === 0 ? 1 : (2 * commonTokens(left, right)) / total;
}

/** At and above this a changed line is the same line, edited; unrelated lines of code lie near 0.14. */
export const editedThreshold = 0.6;
