import assert from 'node:assert/strict';
import { type Coverage, head, row, simulate } from './simulate.ts';

// VALUE_SIMULATION=full: 2,000 people for each line of the table, some minutes
const full = process.env['VALUE_SIMULATION'] === 'full';
const people = full ? 2000 : 60;

/** The 90 % intervals must hold the truth in 87 to 94 % of cases; of few cases, as far as chance allows (3 standard errors). */
function assertCovered(name: string, { covered, runs }: Coverage): void {
  const slack = full ? 0 : 3 * Math.sqrt((0.9 * 0.1) / runs);
  const share = covered / runs;
  assert.ok(share >= 0.87 - slack && share <= 0.94 + slack, `${name}: ${(100 * share).toFixed(1)}% of ${runs}`);
}

describe('simulated people', function () {
  this.timeout(full ? 3_600_000 : 120_000);
  const tell = (line: string): void => {
    if (full) process.stdout.write(`${line}\n`);
  };
  before(() => tell(head));

  for (const baselines of [0, 10, 40]) {
    it(`drawn from the priors, ${baselines} own baselines: 90% intervals hold the truth`, () => {
      const result = simulate(people, baselines, undefined, 100 + baselines);
      tell(row(`from the priors, ${baselines}`, result));
      assertCovered('weeks', result.week);
      assertCovered('windows', result.window);
      assert.ok(result.wrong <= Math.max(3, 0.02 * people), `${result.wrong} wrong verdicts`);
    });
  }

  // time rebuilt from logs has twice the error, as terminals have it
  for (const baselines of full ? [0, 10, 40] : [40]) {
    it(`drawn from the priors, ${baselines} own baselines, time reconstructed`, () => {
      const result = simulate(people, baselines, undefined, 200 + baselines, 'reconstructed');
      tell(row(`from the priors, ${baselines}, time reconstructed`, result));
      assertCovered('weeks', result.week);
      assertCovered('windows', result.window);
      assert.ok(result.wrong <= Math.max(3, 0.02 * people), `${result.wrong} wrong verdicts`);
    });
  }

  // the price of the prior: a table, no gate, but the order of truths must show
  for (const baselines of full ? [0, 10, 40] : [40]) {
    it(`at fixed true ratios, ${baselines} own baselines`, () => {
      const results = [0.6, 1, 1.4, 2].map((ratio) => {
        const result = simulate(full ? 400 : 25, baselines, ratio, 7);
        tell(row(`ratio ${ratio}, ${baselines}`, result));
        return result;
      });
      const biases = results.map(({ window }) => window.bias);
      assert.deepEqual(biases, biases.toSorted((a, b) => b - a), 'the prior draws low ratios up and high ones down');
      assert.equal(results[0]!.wrong, 0);
    });
  }
});
