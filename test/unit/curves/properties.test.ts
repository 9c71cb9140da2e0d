import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aalenJohansen } from '../../../src/survival/curves/aalenJohansen.ts';
import { clusterBootstrap, quantile } from '../../../src/survival/curves/clusterBootstrap.ts';
import { kaplanMeier } from '../../../src/survival/curves/kaplanMeier.ts';
import { censored, type Lifetime } from '../../../src/survival/curves/lifetime.ts';
import { riskTable } from '../../../src/survival/curves/riskTable.ts';
import { seededRandom } from '../../../src/survival/curves/seededRandom.ts';
import { survivalCurve } from '../../../src/survival/curves/survivalCurve.ts';

const days = 40;
const lifetime: fc.Arbitrary<Lifetime> = fc.record({
  entry: fc.integer({ min: 0, max: 20 }),
  exit: fc.integer({ min: -1, max: 60 }),
  cause: fc.constantFrom(censored, 0, 1, 2),
  weight: fc.integer({ min: 1, max: 50 }),
  cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
});
const lifetimes = fc.array(lifetime, { maxLength: 60 });
const options = { days, draws: 60, level: 0.9, causes: 3 };

describe('survival curves', () => {
  it('Kaplan–Meier never rises and stays between 0 and 1', () => {
    fc.assert(fc.property(lifetimes, (rows) => {
      const alive = kaplanMeier(riskTable(rows, days, 3));
      assert.equal(alive[0], 1);
      for (let day = 1; day <= days; day++) assert.ok(alive[day]! <= alive[day - 1]! && alive[day]! >= 0);
    }));
  });

  it('Aalen–Johansen incidences and Kaplan–Meier add up to one', () => {
    fc.assert(fc.property(lifetimes, (rows) => {
      const table = riskTable(rows, days, 3);
      const alive = kaplanMeier(table);
      const dead = aalenJohansen(table);
      for (let day = 0; day <= days; day++) {
        const sum = alive[day]! + dead.reduce((total, cause) => total + cause[day]!, 0);
        assert.ok(Math.abs(sum - 1) < 1e-9, `day ${day}: ${sum}`);
      }
    }));
  });

  it('nobody dies: alive stays 1, and the band still admits what so few clusters cannot exclude', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 40 }), (clusters) => {
      const rows = Array.from({ length: clusters }, (_, at): Lifetime => ({ entry: 0, exit: 99, cause: censored, weight: 1 + at, cluster: String(at) }));
      const curve = survivalCurve(rows, { ...options, random: seededRandom(1) });
      assert.ok(curve !== null);
      for (const point of curve.points) assert.equal(point.mid, 1);
      assert.equal(curve.points[0]!.low, 1);
      assert.ok(Math.abs(curve.points[30]!.low - 0.05 ** (1 / clusters)) < 1e-12);
    }));
  });

  it('without censoring and truncation it is the plain share', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: days - 1 }), { minLength: 1, maxLength: 50 }), (exits) => {
      const alive = kaplanMeier(riskTable(exits.map((exit) => ({ entry: 0, exit, cause: 0, weight: 1, cluster: 'a' })), days, 1));
      for (let day = 0; day <= days; day++) assert.ok(Math.abs(alive[day]! - exits.filter((exit) => exit >= day).length / exits.length) < 1e-9);
    }));
  });

  it('weights are the same as repeated rows', () => {
    fc.assert(fc.property(lifetimes, (rows) => {
      const repeated = rows.flatMap((row) => Array.from({ length: row.weight }, () => ({ ...row, weight: 1 })));
      assert.deepEqual(riskTable(rows, days, 3), riskTable(repeated, days, 3));
    }));
  });

  it('the band holds the curve, never rises, and the same seed gives the same band', () => {
    fc.assert(fc.property(lifetimes, fc.integer(), (rows, seed) => {
      const curve = survivalCurve(rows, { ...options, random: seededRandom(seed) });
      assert.deepEqual(curve, survivalCurve(rows, { ...options, random: seededRandom(seed) }));
      let before = { low: 1, high: 1 };
      for (const { low, mid, high } of curve?.points ?? []) {
        assert.ok(low >= 0 && low <= mid && mid <= high && high <= 1);
        assert.ok(low <= before.low && high <= before.high);
        before = { low, high };
      }
    }));
  });

  it('is not told beyond the day on which fewer than five clusters are at risk', () => {
    const rows = [3, 5, 7, 9, 11, 30].map((exit, at): Lifetime => ({ entry: 0, exit, cause: censored, weight: 10, cluster: String(at) }));
    assert.equal(survivalCurve(rows, { ...options, random: seededRandom(1) })?.points.at(-1)?.day, 6);
    assert.equal(survivalCurve(rows.slice(2), { ...options, random: seededRandom(1) }), null);
  });

  it('lines that die together make the band wider than lines that die alone', () => {
    const rows = Array.from({ length: 200 }, (_, at): Lifetime => ({ entry: 0, exit: Math.floor(at / 20) % 2 === 0 ? 4 : 99, cause: Math.floor(at / 20) % 2 === 0 ? 0 : censored, weight: 1, cluster: '' }));
    const width = (lines: number): number => {
      const clustered = rows.map((row, at) => ({ ...row, cluster: String(Math.floor(at / lines)) }));
      const band = clusterBootstrap(clustered, { days: 10, draws: 400, level: 0.9, random: seededRandom(7) });
      return band.high[10]! - band.low[10]!;
    };
    assert.ok(width(20) > 3 * width(1), `${width(20)} against ${width(1)}`);
  });

  it('covers the truth about as often as it says', () => {
    // 60 clusters of 1 to 12 lines; each cluster dies as a whole on some day with hazard 0.02 a day.
    const random = seededRandom(11);
    const truth = 0.98 ** 30;
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const rows = Array.from({ length: 60 }, (_, at): Lifetime => {
        const exit = Math.floor(Math.log(1 - random()) / Math.log(0.98));
        return { entry: 0, exit: Math.min(exit, 35), cause: exit > 35 ? censored : 0, weight: 1 + Math.floor(random() * 12), cluster: String(at) };
      });
      const band = clusterBootstrap(rows, { days: 30, draws: 200, level: 0.9, random });
      if (band.low[30]! <= truth && truth <= band.high[30]!) covered++;
    }
    assert.ok(covered >= 165 && covered <= 195, `${covered} of 200`);
  });
});

describe('seededRandom', () => {
  it('gives uniform numbers', () => {
    const random = seededRandom(42);
    const bins = Array.from({ length: 20 }, () => 0);
    for (let draw = 0; draw < 20_000; draw++) bins[Math.floor(random() * 20)]! += 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    assert.ok(chiSquare < 43.8, `chi-square of 19 degrees of freedom: ${chiSquare}`);
  });

  it('neighbouring seeds give unlike sequences', () => {
    assert.equal(new Set(Array.from({ length: 100 }, (_, seed) => seededRandom(seed)())).size, 100);
  });
});

describe('quantile', () => {
  it('interpolates between neighbours', () => {
    assert.equal(quantile(Float64Array.of(1, 2, 3, 4), 0.5), 2.5);
    assert.equal(quantile(Float64Array.of(1, 2, 3, 4), 0), 1);
    assert.equal(quantile(Float64Array.of(1, 2, 3, 4), 1), 4);
  });
});
