import assert from 'node:assert/strict';

import fc from 'fast-check';

import { truthAsAnswer } from '../../truth/answer.ts';
import { isEffective } from '../../truth/tokens.ts';
import { mixture, sequence } from '../../truth/mixture.ts';
import { mixtureOpNames } from '../../truth/mixtureOps.ts';
import { play } from '../../truth/play.ts';
import { scenarios } from '../../truth/registry.ts';
import { addScore, emptyScore, figuresOf } from '../../truth/score.ts';
import { dropWorld, strayFiles } from '../../truth/world.ts';
import { commitsOtherThanModel } from '../../truth/verify.ts';

const dead = ['rewritten', 'deleted', 'reverted', 'dropped'];

describe('truth simulator', function () {
  this.timeout(0);

  // the mixtures keep their seeds when a scenario comes to the list
  const played = [...scenarios.map((scenario, at) => [100 + at, scenario] as const), [146, mixture(11)] as const, [147, mixture(12)] as const];
  for (const [seed, scenario] of played) {
    it(`keeps its documents and git the same: ${scenario.name}`, async () => {
      const { world, truth } = await play(scenario, seed);
      try {
        assert.deepEqual(strayFiles(world.me), [], 'files on disk are the model\'s');
        if (scenario.name !== 'non-UTF-8 file') assert.ok(truth.lines.some(({ effective }) => effective));
        // A repair means that git chose other equal lines in the middle of a rewrite; only then may a commit differ.
        if (world.repairs === 0) assert.deepEqual(commitsOtherThanModel(world), []);

        assert.equal(truth.lines.length, new Set(truth.lines.map(({ id }) => id)).size);
        assert.equal(truth.lines.length, world.contributions.reduce((sum, { inserted }) => sum + inserted.length, 0), 'every inserted line has one fate');
        for (const line of truth.lines) {
          assert.equal(dead.includes(line.fate), line.cause !== null && line.fate !== 'edited', `only the dead and the edited have a cause: ${JSON.stringify(line)}`);
          if (line.pathNow !== null) assert.ok(truth.headOrigin.get(line.pathNow)?.[(line.lineNow ?? 0) - 1]?.ids.includes(line.id));
          if (line.mergedAt !== null && !dead.includes(line.fate)) assert.notEqual(line.pathNow, null);
        }
        const heads = [...truth.headOrigin.values()].flat();
        assert.deepEqual(
          new Set(heads.flatMap(({ ids }) => ids)),
          new Set(truth.lines.filter(({ pathNow }) => pathNow !== null).map(({ id }) => id)),
        );
        const own = emptyScore();
        addScore(own, truth, truthAsAnswer(truth));
        assert.deepEqual(figuresOf(own), { originF1: 1, precision: 1, recall: 1, fateF1: 1, cause: 1, stage: 1, aliveError: 0, retainedError: 0, duplicateF1: 1 });
        assert.deepEqual([own.missing, own.invented], [0, 0]);
      } finally {
        dropWorld(world);
      }
    });
  }

  it('keeps them the same over any sequence of steps', async () => {
    const steps = fc.array(fc.constantFrom(...mixtureOpNames), { minLength: 3, maxLength: 12 });
    await fc.assert(fc.asyncProperty(steps, fc.integer({ min: 1, max: 9999 }), async (chosen, seed) => {
      const { world, truth } = await play(sequence('any', ['start', ...chosen]), seed);
      try {
        assert.deepEqual(strayFiles(world.me), []);
        if (world.repairs === 0) assert.deepEqual(commitsOtherThanModel(world), []);
        for (const line of truth.lines) if (line.fate === 'kept' && line.pathNow !== null) assert.equal(line.retained, 1);
      } finally {
        dropWorld(world);
      }
    }), { numRuns: 6 });
  });

  it('has at least twenty scenarios with names of their own', () => {
    assert.ok(new Set(scenarios.map(({ name }) => name)).size >= 20);
    assert.equal(new Set(scenarios.map(({ name }) => name)).size, scenarios.length);
  });

  it('gives the same world for the same seed', async () => {
    const [a, b] = [await play(mixture(3), 3), await play(mixture(3), 3)];
    try {
      assert.deepEqual(a.truth.lines, b.truth.lines);
    } finally {
      dropWorld(a.world);
      dropWorld(b.world);
    }
  });

  it('knows which lines count', () => {
    const cases: [string, string, boolean][] = [
      ['a.ts', '  }', false], ['a.ts', '} else {', false], ['a.ts', '  return;', false], ['a.ts', '// words', false], ['a.py', '# words', false],
      ['a.ts', '', false], ['a.ts', 'const total = 1;', true], ['package-lock.json', '"name": "thing"', false], ['a.go', 'x := 1', false], ['a.go', 'if err != nil {', true],
    ];
    for (const [path, text, wanted] of cases) assert.equal(isEffective(path, text), wanted, text);
  });
});
