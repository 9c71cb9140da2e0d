import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonTokens } from '../../../src/attribution/tokenSimilarity.ts';

const tokens = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 80 });

/** By the definition: with and without each side's first token. */
function longestCommon(left: readonly number[], right: readonly number[]): number {
  const rows = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0));
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      rows[l]![r] = left[l] === right[r] ? rows[l + 1]![r + 1]! + 1 : Math.max(rows[l + 1]![r]!, rows[l]![r + 1]!);
    }
  }
  return rows[0]![0]!;
}

describe('commonTokens', () => {
  it('is the length of the longest common subsequence, of few tokens as of many', () => {
    fc.assert(fc.property(tokens, tokens, (left, right) => {
      assert.equal(commonTokens(Int32Array.from(left), Int32Array.from(right)), longestCommon(left, right));
    }));
  });
});
