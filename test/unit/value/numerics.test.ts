import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { seededRandom } from '../../../src/survival/curves/seededRandom.ts';
import { beta, gamma, normal } from '../../../src/value/numerics/draws.ts';
import { mean } from '../../../src/value/numerics/interval.ts';
import { exp, ln, power } from '../../../src/value/numerics/portable.ts';
import { betaQuantile, normal95, studentQuantile } from '../../../src/value/numerics/quantiles.ts';
import { betaShare, lnGamma } from '../../../src/value/numerics/specialFunctions.ts';

interface Distribution {
  readonly cdf: (x: number, ...parameters: number[]) => number;
  readonly inv: (p: number, ...parameters: number[]) => number;
}
interface Oracle {
  readonly beta: Distribution;
  readonly gamma: Distribution;
  readonly normal: Distribution;
  readonly studentt: Distribution;
  readonly gammaln: (x: number) => number;
}
const { jStat } = createRequire(import.meta.url)('jstat') as { readonly jStat: Oracle };

function near(actual: number, expected: number, relative: number): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);
}

/** Kolmogorov–Smirnov: the largest distance between draws and a distribution function. */
function distance(draws: number[], share: (x: number) => number): number {
  return Math.max(...draws.toSorted((a, b) => a - b).map((x, at) => Math.max(Math.abs((at + 1) / draws.length - share(x)), Math.abs(at / draws.length - share(x)))));
}

describe('numerics against jstat', () => {
  it('exp, ln and power are those of the engine to 14 digits', () => {
    fc.assert(fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => near(exp(x) / Math.exp(x), 1, 1e-13)));
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => near(ln(x), Math.log(x), 1e-14)));
    near(power(2.5, 3.5), 2.5 ** 3.5, 1e-13);
    assert.deepEqual([exp(-800), exp(0), ln(0), ln(1), ln(-1), exp(NaN)], [0, 1, -Infinity, 0, NaN, NaN]);
  });

  it('gamma function, beta and Student distributions', () => {
    for (const x of [0.1, 0.5, 1, 2.5, 10, 100]) near(lnGamma(x), jStat.gammaln(x), 1e-10);
    for (const [a, b] of [[3.6, 0.4], [8, 2.7], [0.5, 0.5], [40, 60]] as const) {
      for (const x of [0.01, 0.3, 0.5, 0.9, 0.99]) near(betaShare(x, a, b), jStat.beta.cdf(x, a, b), 1e-7);
      for (const p of [0.05, 0.5, 0.95]) near(betaQuantile(p, a, b), jStat.beta.inv(p, a, b), 1e-7);
    }
    for (const degrees of [3, 6, 16, 46]) for (const p of [0.05, 0.5, 0.9, 0.95]) near(studentQuantile(p, degrees), jStat.studentt.inv(p, degrees), 1e-6);
    near(normal95, jStat.normal.inv(0.95, 0, 1), 1e-7);
  });

  it('draws follow their distributions', () => {
    const random = seededRandom(11);
    const draws = (draw: () => number): number[] => Array.from({ length: 4000 }, draw);
    // 1.63 / √n is the 1 % point of the statistic
    const limit = 1.63 / Math.sqrt(4000);
    assert.ok(distance(draws(() => normal(random)), (x) => jStat.normal.cdf(x, 0, 1)) < limit);
    for (const shape of [0.4, 1, 3, 30]) assert.ok(distance(draws(() => gamma(random, shape)), (x) => jStat.gamma.cdf(x, shape, 1)) < limit, `gamma ${shape}`);
    for (const [a, b] of [[8, 2.7], [3.6, 0.4]] as const) assert.ok(distance(draws(() => beta(random, a, b)), (x) => jStat.beta.cdf(x, a, b)) < limit, `beta ${a} ${b}`);
  });

  it('gives the same draws everywhere', () => {
    const random = seededRandom(20_260_101);
    assert.deepEqual([normal(random), gamma(random, 2.5), beta(random, 8, 2.7)].map((x) => x.toPrecision(15)), ['1.48890109234844', '4.78194469648654', '0.704373304655222']);
    assert.ok(Math.abs(mean(Array.from({ length: 10_000 }, () => normal(random)))) < 0.04);
  });
});
