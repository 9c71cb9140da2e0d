import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createBlockIndex } from '../../../src/attribution/duplicates/blockIndex.ts';
import { repeatedRuns } from '../../../src/attribution/duplicates/repeatedRuns.ts';
import { allShingles, blockLines, selectedShingles } from '../../../src/attribution/duplicates/shingles.ts';

const line = fc.integer({ min: 1, max: 2 ** 52 - 1 });
const text = fc.array(line, { maxLength: 30 });
const block = fc.array(line, { minLength: blockLines, maxLength: 20 });
/** Few different lines, so that texts repeat themselves. */
const repetitive = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 });

describe('shingles', () => {
  it('of two texts that share a block have one in common, wherever it stands', () => {
    fc.assert(fc.property(text, text, text, text, block, (a, b, c, d, shared) => {
      const one = new Set(selectedShingles([...a, ...shared, ...b]));
      assert.ok(selectedShingles([...c, ...shared, ...d]).some((shingle) => one.has(shingle)));
    }));
  });

  it('are not kept of texts shorter than a block, and are fewer than lines', () => {
    fc.assert(fc.property(text, (lines) => {
      const selected = selectedShingles(lines);
      assert.ok(lines.length >= blockLines ? selected.length > 0 && selected.length < lines.length : selected.length === 0);
    }));
  });

  it('depend on the order of lines and on every bit of their fingerprints', () => {
    const lines = [1, 2, 3, 4, 5, 6];
    const seen = [lines, lines.toReversed(), [1 + 2 ** 40, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6 + 2 ** 33], [1, 2, 3, 4, 4, 6]].map((each) => allShingles(each).join());
    assert.equal(new Set(seen).size, 5, seen.join(' '));
  });
});

describe('repeatedRuns', () => {
  const all = (): boolean => true;

  it('finds a block between other lines whole', () => {
    fc.assert(fc.property(block, (shared) => {
      const runs = repeatedRuns({ prints: [-1, -2, ...shared, -3] }, { prints: [-4, ...shared, -5] }, all);
      assert.deepEqual(runs, [{ from: 2, at: 1, length: shared.length }]);
    }));
  });

  it('finds only what is equal line by line, long enough, and never a line twice', () => {
    fc.assert(fc.property(repetitive, repetitive, fc.func(fc.boolean()), (lines, other, effective) => {
      let past = 0;
      for (const { from, at, length } of repeatedRuns({ prints: lines }, { prints: other }, effective)) {
        assert.ok(from >= past);
        past = from + length;
        assert.deepEqual(lines.slice(from, past), other.slice(at, at + length));
        assert.ok(lines.slice(from, past).filter((_line, index) => effective(from + index)).length >= blockLines);
      }
    }));
  });

  it('keeps to the places that may be the source', () => {
    const lines = [1, 2, 3, 4, 5, 6];
    assert.deepEqual(repeatedRuns({ prints: lines }, { prints: [...lines, -1, ...lines] }, all, (_index, at) => at > 6), [{ from: 0, at: 7, length: 6 }]);
    assert.deepEqual(repeatedRuns({ prints: lines }, { prints: [...lines, -1, ...lines] }, all, (_index, at) => at !== 3 && at !== 8), []);
  });
});

describe('the block index', () => {
  const texts = fc.array(fc.tuple(fc.constantFrom('a.ts', 'ü/b.go', 'c'), fc.integer({ min: 0, max: 9 }), fc.array(fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1), { maxLength: 6 })), { maxLength: 20 });

  it('finds what was added, also after it was put away and in whatever pieces', () => {
    fc.assert(fc.property(texts, fc.nat(20), (added, cut) => {
      const whole = createBlockIndex(null);
      for (const [path, at, shingles] of added) whole.add(path, at, shingles);
      const first = createBlockIndex(null);
      for (const [path, at, shingles] of added.slice(0, cut)) first.add(path, at, shingles);
      const second = createBlockIndex(first.encode());
      for (const [path, at, shingles] of added.slice(cut)) second.add(path, at, shingles);
      const wanted = new Set(added.flatMap(([, , shingles]) => shingles.slice(0, 2)));
      const expected = new Set(added.flatMap(([path, at, shingles]) => shingles.filter((shingle) => wanted.has(shingle)).map((shingle) => JSON.stringify({ shingle, path, at }))));
      for (const index of [whole, second]) assert.deepEqual(new Set(index.find(wanted).map((sighting) => JSON.stringify(sighting))), expected);
      assert.deepEqual(second.texts(), whole.texts());
    }), { examples: [[[['a.ts', 7, [4294967295, 4294967295, 4294967295]], ['a.ts', 7, [1, 1, 4294967295]]], 0]] });
  });

  it('says when nothing was added', () => {
    const index = createBlockIndex(null);
    index.add('a.ts', 1, [7, 8]);
    const again = createBlockIndex(index.encode());
    again.add('a.ts', 1, [7, 8]);
    again.add('b.ts', 1, []);
    assert.equal(again.encode(), null);
  });
});
