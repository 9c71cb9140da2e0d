import { mean } from '../numerics/interval.ts';

/**
 * Moves draws of unknowns to what they are once one quantity was observed (Matheron's rule with the covariances of
 * the draws themselves). `expected` holds, draw by draw, what would have been observed, noise included:
 *
 *     unknown  ←  unknown + covariance(unknown, expected) / variance(expected) · (observed − expected)
 *
 * Exact for jointly normal draws. Returns the share of the expected variance that each unknown explains.
 */
export function condition(unknowns: readonly Float64Array[], expected: Float64Array, observed: number): number[] {
  const centre = mean(expected);
  let variance = 0;
  for (const value of expected) variance += (value - centre) * (value - centre);
  return unknowns.map((unknown) => {
    const middle = mean(unknown);
    let covariance = 0;
    for (let draw = 0; draw < expected.length; draw++) covariance += (unknown[draw]! - middle) * (expected[draw]! - centre);
    const gain = variance === 0 ? 0 : covariance / variance;
    for (let draw = 0; draw < expected.length; draw++) unknown[draw] = unknown[draw]! + gain * (observed - expected[draw]!);
    return gain;
  });
}

/** Mean and standard deviation of draws. */
export function moments(draws: Float64Array): { readonly centre: number; readonly spread: number } {
  const centre = mean(draws);
  let squares = 0;
  for (const value of draws) squares += (value - centre) * (value - centre);
  return { centre, spread: Math.sqrt(squares / Math.max(1, draws.length - 1)) };
}
