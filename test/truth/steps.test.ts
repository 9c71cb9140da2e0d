import assert from 'node:assert/strict';
import { mixture } from './mixture.ts';
import { play } from './play.ts';
import { scenarios } from './registry.ts';
import { worldInSteps } from './steps.ts';
import { dropWorld } from './world.ts';

/** TRUTH_SEEDS=20: fifty mixtures instead of a few. */
const seeds = Number(process.env['TRUTH_SEEDS'] ?? 1);
const mixtures = seeds >= 20 ? 50 : 2 * seeds;
/** How often a history is scanned on the way. */
const stops = 9;

describe('scanning in steps', function () {
  this.timeout(0);
  const named = scenarios.filter(({ name }) => ['fast-forward of a reviewed branch', 'branch merged into a branch', 'copy that outlives its original', 'moved lines changed on another\'s branch'].includes(name));
  const worlds = [...named.map((scenario) => ({ scenario, seed: 3 })), ...Array.from({ length: mixtures }, (_, i) => ({ scenario: mixture(i + 1), seed: i + 1 }))];
  for (const { scenario, seed } of worlds) {
    it(`ends with the lines of one scan: ${scenario.name}, seed ${seed}`, async () => {
      const { world, truth } = await play(scenario, seed);
      try {
        const steps = await worldInSteps(world, truth);
        const chosen = Array.from({ length: stops }, (_, i) => steps.moments[Math.floor(((i + 1) * steps.moments.length) / (stops + 1))]!);
        for (const at of chosen) {
          steps.goTo(at);
          await steps.scan('stepped.sqlite', at);
        }
        steps.goTo(truth.asOf);
        for (const ledger of ['stepped.sqlite', 'cold.sqlite']) await steps.scan(ledger, truth.asOf);
        const [stepped, cold] = [await steps.lines('stepped.sqlite', truth.asOf), await steps.lines('cold.sqlite', truth.asOf)];
        assert.ok(cold.length > 0);
        assert.deepEqual(stepped, cold);
      } finally {
        dropWorld(world);
      }
    });
  }
});
