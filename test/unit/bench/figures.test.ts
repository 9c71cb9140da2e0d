import assert from 'node:assert/strict';
import { atOtherSize, compared, limited, missing } from '../../bench/figure.ts';
import { figureTable } from '../../bench/figureTable.ts';
import { interleaved, median } from '../../bench/pairs.ts';
import { rows } from '../../bench/registry.ts';

describe('figures of the bench', () => {
  it('hold up to their budget, and not beyond', () => {
    assert.equal(limited({ name: 'a', value: 300, unit: 'MB', limit: 300 }).holds, true);
    assert.equal(limited({ name: 'a', value: 300.1, unit: 'MB', limit: 300 }).holds, false);
    const twice = compared({ name: 'b', value: 20, unit: 'ms', base: 10, against: 'the half', limit: 1.5 });
    assert.deepEqual([twice.ratio, twice.holds, twice.budget], [2, false, '≤ 1.5 ×']);
  });

  it('do not hold when nothing was measured, or not the size that the budget speaks of', () => {
    assert.equal(missing('c', 'ms', '≤ 3 ms', 'no data').holds, null);
    const small = atOtherSize(limited({ name: 'd', value: 1, unit: 'ms', limit: 2, note: 'quick' }), '5 of 100 lines');
    assert.deepEqual([small.holds, small.note], [null, '5 of 100 lines; quick']);
  });

  it('are told apart in the table, with their notes below it', () => {
    const table = figureTable([
      limited({ name: 'memory', value: 1234.5, unit: 'MB', limit: 300 }),
      missing('scan', 'ms', '≤ 3 ms', 'the data is not here'),
      compared({ name: 'reading', value: 12, unit: 'ms', base: 10, against: 'parsing, 10 ms', limit: 1.5 }),
    ]);
    assert.match(table, /^memory +1,235 MB .*≤ 300 MB +NO$/m);
    assert.match(table, /^scan +– .*not measured$/m);
    assert.match(table, /^reading +12\.0 ms +1\.20 × +parsing, 10 ms +≤ 1\.5 × +yes$/m);
    assert.match(table, /^scan: the data is not here$/m);
  });
});

describe('pairs', () => {
  it('are measured in turn, and the middle of each is taken', async () => {
    const order: string[] = [];
    const values = { a: [1, 9, 2], b: [7, 5, 6] };
    const take = (name: 'a' | 'b') => async (): Promise<number> => {
      order.push(name);
      return await Promise.resolve(values[name].shift()!);
    };
    assert.deepEqual(await interleaved(3, { a: take('a'), b: take('b') }), { a: 2, b: 6 });
    assert.equal(order.join(''), 'ababab');
  });

  it('of an even number have their middle between two', () => {
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.throws(() => median([]), RangeError);
  });
});

describe('rows of the bench', () => {
  it('have names of their own', () => {
    assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
  });
});
