import { quantile } from '../../survival/curves/clusterBootstrap.ts';

/** 5, 50 and 95 % points: the form of every estimate. */
export interface Interval {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** The 5, 50 and 95 % points of draws; leaves the draws as they are. */
export function intervalOf(draws: Float64Array): Interval {
  const ascending = draws.toSorted();
  return { low: quantile(ascending, 0.05), mid: quantile(ascending, 0.5), high: quantile(ascending, 0.95) };
}

/** Share of draws above 0. */
export function sharePositive(draws: Float64Array): number {
  let positive = 0;
  for (const draw of draws) if (draw > 0) positive++;
  return draws.length === 0 ? 0 : positive / draws.length;
}

/** Mean of values; 0 of none. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return values.length === 0 ? 0 : sum / values.length;
}
