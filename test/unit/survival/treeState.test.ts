import assert from 'node:assert/strict';
import { before, emptyFile, other, unseenFile } from '../../../src/survival/fileMap.ts';
import type { FileMap } from '../../../src/survival/fileMap.ts';
import { createTrunkState } from '../../../src/survival/treeState.ts';

const map = (ids: readonly number[], touchedAt = 0): FileMap => ({ ...emptyFile, ids: Int32Array.from(ids), prints: Float64Array.from(ids, (_id, at) => at + 1), touchedAt });

describe('the default branch, asked for an earlier commit', () => {
  it('gives the file as it was then, not as it came to be', () => {
    const trunk = createTrunkState(() => null);
    const versions = [map([other, 7]), map([other, other, 7])];
    trunk.enter(0, () => true);
    trunk.set('a.ts', map([other]));
    trunk.enter(1, () => true);
    trunk.set('a.ts', map([other, other]));
    trunk.enter(3, () => true);
    trunk.set('a.ts', versions[0]!);
    trunk.enter(4, () => true);
    trunk.set('a.ts', versions[1]!);
    assert.deepEqual([0, 1, 2, 3, 4].map((at) => trunk.at(at)('a.ts')), [null, null, null, ...versions]);
  });

  it('takes a file without an AI line for unseen, since commits of branches that touch it are not read', () => {
    const trunk = createTrunkState((path) => (path === 'loaded.ts' ? map([other, before]) : null));
    trunk.enter(0, () => true);
    trunk.set('a.ts', map([other]));
    assert.equal(trunk.at(0)('a.ts'), null);
    assert.equal(trunk.at(0)('loaded.ts'), null);
  });

  it('remembers when this person last committed a file', () => {
    const trunk = createTrunkState(() => null);
    trunk.enter(1, () => true);
    trunk.set('a.ts', map([other], 5));
    trunk.enter(2, () => true);
    trunk.set('a.ts', map([other, other], 9));
    assert.deepEqual([0, 1, 2].map((at) => trunk.at(at)('a.ts')), [null, { ...unseenFile, touchedAt: 5 }, { ...unseenFile, touchedAt: 9 }]);
  });

  it('gives what was loaded until it is touched', () => {
    const held = map([7, other]);
    const trunk = createTrunkState(() => held);
    trunk.enter(2, () => true);
    trunk.set('a.ts', null);
    assert.deepEqual([-1, 1, 2].map((at) => trunk.at(at)('a.ts')), [held, held, null]);
    assert.equal(trunk.at(2)('b.ts'), held);
  });
});
