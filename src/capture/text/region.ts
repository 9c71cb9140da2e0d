import type { ReplacedPieces } from './replacement.ts';

/**
 * Replaced pieces widened to whole lines, as `[start, end)` of the original; pieces that share a line become
 * one region. The rest of the last line is taken along: it becomes part of what the new text ends with.
 *
 *   original   aaa⏎ bbbXXXccc⏎ ddd⏎      X: replaced
 *   region          [bbbXXXccc⏎]
 */
export function touchedRegions({ original, pieces }: ReplacedPieces): [start: number, end: number][] {
  const regions: [number, number][] = [];
  for (const [start, end] of pieces) {
    const from = start === 0 ? 0 : original.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = original.indexOf('\n', end);
    const to = lineEnd < 0 ? original.length : lineEnd + 1;
    const last = regions.at(-1);
    if (last !== undefined && last[1] > from) last[1] = to;
    else regions.push([from, to]);
  }
  return regions;
}
