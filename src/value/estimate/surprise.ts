/**
 * Lines are easy to add, so that surprisingly many an hour speak for the lines, not for the hours. Upwards the
 * evidence follows Hampel's three parts; downwards it counts in full.
 *
 *     counted                 ____
 *                           /      \
 *     expected  ----------/          \______
 *                       /  from     to
 *
 * @param observed and `expected`, in the same units
 * @param spread standard deviation of what could have been observed
 * @returns what to take as observed
 */
export function discountSurprise(observed: number, expected: number, spread: number, from: number, to: number, least = 0): number {
  const steps = (observed - expected) / spread;
  if (!(spread > 0) || steps <= from) return observed;
  return expected + spread * Math.max(least, from - ((from - least) * (steps - from)) / (to - from));
}
