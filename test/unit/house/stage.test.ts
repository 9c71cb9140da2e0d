import assert from 'node:assert/strict';
import { add, summary } from '../../run/stage.ts';

describe('the last line of npm test', () => {
  it('sums the stages', () => {
    const total = add([{ passed: 2, failed: 1, skipped: 0 }, { passed: 40, failed: 0, skipped: 0 }]);
    assert.equal(summary(total), '42 passed, 1 failed');
  });

  it('names skipped tests only where there are some', () => {
    assert.equal(summary({ passed: 3, failed: 0, skipped: 2 }), '3 passed, 0 failed, 2 skipped');
  });
});
