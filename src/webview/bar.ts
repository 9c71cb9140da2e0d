import { type Html, trusted } from './html.ts';

export type BarTone = 'alive' | 'changed' | 'open' | 'unknown' | 'young' | 'dead';

export interface BarPart {
  readonly tone: BarTone;
  readonly lines: number;
}

/** A thin bar of parts, side by side. Decoration: the same numbers stand beside it as text. */
export function bar(parts: readonly BarPart[], whole: number): Html {
  let x = 0;
  const rects = parts
    .filter(({ lines }) => lines > 0)
    .map(({ tone, lines }) => {
      const width = (lines / Math.max(1, whole)) * 100;
      const rect = `<rect class="tone-${tone}" x="${rounded(x)}" y="0" width="${rounded(width)}" height="6"/>`;
      x += width;
      return rect;
    });
  return trusted(`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects.join('')}</svg>`);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
