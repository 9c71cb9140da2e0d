import assert from 'node:assert/strict';
import { aalenJohansen } from '../../../src/survival/curves/aalenJohansen.ts';
import { kaplanMeier } from '../../../src/survival/curves/kaplanMeier.ts';
import { censored, type Lifetime } from '../../../src/survival/curves/lifetime.ts';
import { riskTable } from '../../../src/survival/curves/riskTable.ts';

function row(exit: number, cause: number, entry = 0, weight = 1): Lifetime {
  return { entry, exit, cause, weight, cluster: 'one' };
}

function near(actual: number | undefined, expected: number, digits = 4): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.6 * 10 ** -digits, `${actual} is not ${expected}`);
}

describe('published tables', () => {
  // Freireich et al. 1963, weeks of remission; the table printed by R: summary(survfit(Surv(time, status) ~ 1)).
  const treated = [row(6, 0, 0, 3), row(6, censored), row(7, 0), row(9, censored), row(10, 0), row(10, censored), row(11, censored), row(13, 0), row(16, 0),
    row(17, censored), row(19, censored), row(20, censored), row(22, 0), row(23, 0), row(25, censored), row(32, censored, 0, 2), row(34, censored), row(35, censored)];

  it('Kaplan–Meier of remission under 6-mercaptopurine', () => {
    const table = riskTable(treated, 36, 1);
    const alive = kaplanMeier(table);
    const published = [[6, 21, 0.857], [7, 17, 0.807], [10, 15, 0.753], [13, 12, 0.69], [16, 11, 0.627], [22, 7, 0.538], [23, 6, 0.448]] as const;
    for (const [week, atRisk, share] of published) {
      assert.equal(table.atRisk[week], atRisk);
      near(alive[week + 1], share, 3);
    }
    assert.equal(alive[6], 1);
    assert.equal(alive[36], alive[24]);
  });

  it('Kaplan–Meier of remission under placebo', () => {
    const weeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
    const alive = kaplanMeier(riskTable(weeks.map((week) => row(week, 0)), 24, 1));
    const published = [[1, 0.9048], [2, 0.8095], [3, 0.7619], [4, 0.6667], [5, 0.5714], [8, 0.381], [11, 0.2857], [12, 0.1905], [15, 0.1429], [17, 0.0952], [22, 0.0476], [23, 0]] as const;
    for (const [week, share] of published) near(alive[week + 1], share);
  });

  it('Kaplan–Meier with late entries, worked by hand', () => {
    // at risk: day 2: a b, day 3: a c, day 5: c d
    const table = riskTable([row(3, 0), row(2, 0), row(5, 0, 3), row(6, censored, 4)], 7, 1);
    assert.deepEqual([...table.atRisk], [2, 2, 2, 2, 2, 2, 1]);
    const alive = kaplanMeier(table);
    assert.deepEqual([...alive], [1, 1, 1, 1 / 2, 1 / 4, 1 / 4, 1 / 8, 1 / 8]);
  });

  it('Aalen–Johansen of two competing causes, worked by hand', () => {
    // day 0: 10 at risk, 2 die of the first cause; day 1: 8, one of each; day 2: 6, two censored; day 3: 4, two of the second
    const table = riskTable([row(0, 0, 0, 2), row(1, 0), row(1, 1), row(2, censored, 0, 2), row(3, 1, 0, 2), row(9, censored, 0, 2)], 10, 2);
    const [first, second] = aalenJohansen(table);
    near(first![1], 2 / 10, 12);
    near(first![2], 3 / 10, 12);
    near(first![10], 3 / 10, 12);
    near(second![2], 1 / 10, 12);
    near(second![4], 1 / 10 + (6 / 10) * (2 / 4), 12);
    // One Kaplan–Meier per cause would say 1 - 8/10 · 7/8 = 0.3 and 1 - 7/8 · 2/4 = 0.5625 instead of 0.4.
    near(second![10], 0.4, 12);
  });
});
