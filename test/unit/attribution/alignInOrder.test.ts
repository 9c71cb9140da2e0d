import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignInOrder } from '../../../src/attribution/alignInOrder.ts';
import type { Sequence } from '../../../src/attribution/alignInOrder.ts';

/** Lower-case letters are lines that say something alone; everything else follows its neighbours. */
function sequence(text: string): Sequence {
  return { length: text.length, key: (at) => text.charCodeAt(at), anchor: (at) => /[a-z]/.test(text[at]!) };
}

function aligned(left: string, right: string): string {
  return alignInOrder(sequence(left), sequence(right)).map(([l, r]) => `${l}-${r}`).join(' ');
}

describe('alignInOrder', () => {
  it('pairs equal lines in order', () => {
    assert.equal(aligned('abc', 'abc'), '0-0 1-1 2-2');
    assert.equal(aligned('abc', 'xaybz'), '0-1 1-3');
  });

  it('lets a closing brace follow the block it closes, and nothing else', () => {
    assert.equal(aligned('ab}c}', 'ab}xc}'), '0-0 1-1 2-2 3-4 4-5');
    assert.equal(aligned('}}}', '}}}'), '');
  });

  it('does not spread over a border between hunks', () => {
    const right: Sequence = { ...sequence('a}'), joined: (at) => at !== 1 };
    assert.deepEqual(alignInOrder(sequence('a}'), right), [[0, 0]]);
  });

  it('gives ascending pairs of equal keys, each position once, and all of equal sequences', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '}', ' '), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        let before = [-1, -1];
        for (const [l, r] of alignInOrder(sequence(left), sequence(right))) {
          assert.ok(l > before[0]! && r > before[1]!);
          assert.equal(left[l], right[r]);
          before = [l, r];
        }
      }),
    );
    fc.assert(fc.property(text, (same) => assert.equal(alignInOrder(sequence(`a${same}`), sequence(`a${same}`)).length, same.length + 1)));
  });

  it('finds as many anchors as a longest common subsequence has', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 20 });
    fc.assert(fc.property(text, text, (left, right) => assert.equal(alignInOrder(sequence(left), sequence(right)).length, longest(left, right))));
  });
});

function longest(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0));
  for (let l = 1; l <= left.length; l++) {
    for (let r = 1; r <= right.length; r++) table[l]![r] = left[l - 1] === right[r - 1] ? table[l - 1]![r - 1]! + 1 : Math.max(table[l - 1]![r]!, table[l]![r - 1]!);
  }
  return table[left.length]![right.length]!;
}
