import type { Random } from '../../survival/curves/seededRandom.ts';
import { gamma, normal } from '../numerics/draws.ts';

/**
 * Bayesian regression y = a + b·x + noise with unknown spread s of the noise, in closed form:
 *
 *     s²        ~ inverse gamma(degrees / 2, scale / 2)
 *     (a, b) | s ~ normal(mean, s² · covariance)
 */
export interface NormalInverseGamma {
  /** a, b. */
  readonly mean: readonly [number, number];
  /** Symmetric 2 × 2, in units of s²: aa, ab, bb. */
  readonly covariance: readonly [number, number, number];
  readonly degrees: number;
  readonly scale: number;
}

/** One observation; `weight` below 1 makes an outlier count less. */
export interface Observation {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** What is known after the observations. */
export function posterior(prior: NormalInverseGamma, observations: readonly Observation[]): NormalInverseGamma {
  const [priorAa, priorAb, priorBb] = inverse(prior.covariance);
  let [aa, ab, bb] = [priorAa, priorAb, priorBb];
  let atA = priorAa * prior.mean[0] + priorAb * prior.mean[1];
  let atB = priorAb * prior.mean[0] + priorBb * prior.mean[1];
  let squares = 0;
  let count = 0;
  for (const { x, y, weight } of observations) {
    aa += weight;
    ab += weight * x;
    bb += weight * x * x;
    atA += weight * y;
    atB += weight * x * y;
    squares += weight * y * y;
    count += weight;
  }
  const covariance = inverse([aa, ab, bb]);
  const mean = [covariance[0] * atA + covariance[1] * atB, covariance[1] * atA + covariance[2] * atB] as const;
  const explained = quadratic(mean, [aa, ab, bb]) - quadratic(prior.mean, [priorAa, priorAb, priorBb]);
  return { mean, covariance, degrees: prior.degrees + count, scale: Math.max(prior.scale + squares - explained, 1e-12) };
}

/** One draw of a, b and s. */
export function drawRegression({ mean, covariance, degrees, scale }: NormalInverseGamma, random: Random): { a: number; b: number; s: number } {
  const s = Math.sqrt(scale / (2 * gamma(random, degrees / 2)));
  const first = normal(random);
  const second = normal(random);
  const root = Math.sqrt(covariance[0]);
  const across = covariance[1] / root;
  const a = mean[0] + s * root * first;
  const b = mean[1] + s * (across * first + Math.sqrt(Math.max(0, covariance[2] - across * across)) * second);
  return { a, b, s };
}

function inverse([aa, ab, bb]: readonly [number, number, number]): readonly [number, number, number] {
  const determinant = aa * bb - ab * ab;
  return [bb / determinant, -ab / determinant, aa / determinant];
}

function quadratic([a, b]: readonly [number, number], [aa, ab, bb]: readonly [number, number, number]): number {
  return aa * a * a + 2 * ab * a * b + bb * b * b;
}
