import assert from 'node:assert/strict';
import { collectEarly } from '../../../src/cli/earlyCollection.ts';

describe('collecting garbage early', () => {
  const megabyte = 1_000_000;

  it('is asked for when enough waits, and again when it was done or as much more waits', () => {
    let used = 0;
    let asked = 0;
    const { look, collected } = collectEarly({ used: () => used * megabyte, ask: () => void asked++ });
    const seen = (at: number): number => {
      used = at;
      look();
      return asked;
    };
    assert.deepEqual([10, 88, 89, 104, 105, 106].map(seen), [0, 0, 1, 1, 1, 2]);
    used = 20;
    collected();
    assert.deepEqual([88, 89, 104].map(seen), [2, 3, 3]);
    used = 200;
    collected();
    assert.deepEqual([220, 240, 241].map(seen), [3, 3, 4], 'of much that is needed, a share may wait');
    used = 200;
    collected();
    assert.deepEqual([130, 156, 157].map(seen), [4, 4, 5], 'what is given back late was not needed');
  });
});
