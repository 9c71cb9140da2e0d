import type { Interval } from './numerics/interval.ts';

/** An interval as it is told. */
export function rounded({ low, mid, high }: Interval): Interval {
  return { low: hundredth(low), mid: hundredth(mid), high: hundredth(high) };
}

/** To a hundredth; never minus nought. */
export function hundredth(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
