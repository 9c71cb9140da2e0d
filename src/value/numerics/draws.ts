import type { Random } from '../../survival/curves/seededRandom.ts';
import { ln, power } from './portable.ts';

/** Random draws from a source of uniform numbers: the same source in the same state gives the same draws everywhere. */

/** Standard normal, by Marsaglia's polar method. */
export function normal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** Standard normals one after the other; the method gives two at once, and this wastes none. */
export function normals(random: Random): () => number {
  // in an array: a number in a variable of a closure is an object of its own, each time
  const spare = new Float64Array(1);
  let kept = false;
  return () => {
    if (kept) {
      kept = false;
      return spare[0]!;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (!(square > 0 && square < 1)) continue;
      const length = Math.sqrt((-2 * ln(square)) / square);
      spare[0] = y * length;
      kept = true;
      return x * length;
    }
  };
}

/** Gamma with the given shape (above 0) and scale 1, by Marsaglia and Tsang (2000). */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * power(random(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    // the squeeze: most draws need no logarithm
    const uniform = 1 - random();
    if (uniform < 1 - 0.0331 * x * x * x * x) return d * v;
    if (ln(uniform) < 0.5 * x * x + d * (1 - v + ln(v))) return d * v;
  }
}

/** Beta with the given counts (both above 0). */
export function beta(random: Random, alpha: number, betaCount: number): number {
  const x = gamma(random, alpha);
  const y = gamma(random, betaCount);
  return x + y === 0 ? (random() * (alpha + betaCount) < alpha ? 1 : 0) : x / (x + y);
}
