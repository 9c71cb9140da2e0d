import assert from 'node:assert/strict';
import { followAttention } from '../../../src/capture/live/attention.ts';
import { minute, second } from '../../../src/model/time.ts';

const a = '/a';
const b = '/b';

describe('attended time', () => {
  it('goes on from sign to sign, ends with the last one before a pause, and begins anew after it', () => {
    const attention = followAttention();
    for (const at of [0, 60, 150, 400, 420]) attention.did('editing own', a, at * second);
    assert.deepEqual([...attention.take(30 * minute)], [[a, [{ kind: 'editing own', from: 0, to: 150 * second }, { kind: 'editing own', from: 400 * second, to: 420 * second }]]]);
    assert.equal(attention.take(31 * minute).size, 0);
  });

  it('gives every moment to one thing: what begins ends what was before', () => {
    const attention = followAttention();
    attention.did('waiting', a, 0);
    attention.did('reading diff', a, 100 * second);
    attention.did('editing ai', b, 350 * second);
    attention.turnedAway(400 * second);
    assert.deepEqual([...attention.take(400 * second)], [
      [a, [{ kind: 'waiting', from: 0, to: 100 * second }, { kind: 'reading diff', from: 100 * second, to: 350 * second }]],
      [b, [{ kind: 'editing ai', from: 350 * second, to: 400 * second }]],
    ]);
  });

  it('counts nothing while the person is gone', () => {
    const attention = followAttention();
    attention.did('editing own', a, 0);
    attention.did('editing own', a, 10 * second);
    attention.turnedAway(10 * minute);
    attention.did('reading diff', a, 20 * minute);
    attention.turnedAway(26 * minute);
    assert.deepEqual([...attention.take(30 * minute)], [[a, [{ kind: 'editing own', from: 0, to: 10 * second }]]]);
  });

  it('ends only what was turned away from', () => {
    const attention = followAttention();
    attention.did('editing own', a, 0);
    attention.turnedAway(second, 'reading diff');
    attention.did('editing own', a, 60 * second);
    assert.equal(attention.take(61 * second).size, 0);
    assert.equal(attention.take(10 * minute).get(a)?.[0]?.to, 60 * second);
  });
});
