import { betaShare } from './specialFunctions.ts';

/** Quantiles of distributions, by bisection of their distribution functions: slow, sure, and the same everywhere. */

/** Value below which a beta(a, b) lies with the given probability. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return bisect((x) => betaShare(x, a, b), probability, 0, 1);
}

/** Student's t distribution function with `degrees` of freedom. */
export function studentShare(t: number, degrees: number): number {
  const tail = 0.5 * betaShare(degrees / (degrees + t * t), degrees / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** Quantile of Student's t with `degrees` of freedom. */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  let high = 1;
  while (studentShare(high, degrees) < probability) high *= 2;
  return bisect((t) => studentShare(t, degrees), probability, 0, high);
}

/** The standard normal's 95 % point: half the width of a 90 % interval in standard deviations. */
export const normal95 = 1.6448536269514722;

function bisect(share: (x: number) => number, probability: number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let round = 0; round < 100 && high - low > 1e-14 * Math.max(1, Math.abs(low)); round++) {
    const middle = (low + high) / 2;
    if (share(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
