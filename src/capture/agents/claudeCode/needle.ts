/**
 * Finds a byte string in the lines of a block. Lines are asked in ascending order; the place of the next
 * occurrence is remembered, so that all lines of a block together cost one search through it.
 */
export interface Needle {
  /** First occurrence within `[from, to)`, or -1. */
  readonly find: (from: number, to: number) => number;
}

export function needle(bytes: Buffer, end: number, pattern: Buffer): Needle {
  let next = -1;
  return {
    find(from, to) {
      if (next < from) {
        const found = bytes.indexOf(pattern, from);
        next = found < 0 ? end : found;
      }
      return next + pattern.length <= to ? next : -1;
    },
  };
}
