import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findNode, missingPackages, root } from '../../run/bootstrap.mjs';

const here = { platform: 'linux', arch: 'x64' };

describe('bootstrap', () => {
  it('misses what is not installed or installed in another version', () => {
    const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } } };
    assert.deepEqual(missingPackages(lock, {}, here), ['node_modules/a', 'node_modules/b']);
    const installed = { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } } };
    assert.deepEqual(missingPackages(lock, installed, here), ['node_modules/b']);
  });

  it('misses an optional package only where it is made for this platform', () => {
    const lock = {
      packages: {
        'node_modules/here': { version: '1.0.0', optional: true, os: 'linux', cpu: 'x64' },
        'node_modules/there': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
        'node_modules/musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      },
    };
    assert.deepEqual(missingPackages(lock, {}, here), ['node_modules/here']);
  });

  it('finds Node 24 or later', () => {
    const { stdout } = spawnSync(findNode(), ['--version'], { encoding: 'utf8' });
    assert.match(stdout, /^v(2[4-9]|[3-9]\d)\./);
  });

  it('says plainly that a script does not exist, and fails', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test/run/bootstrap.mjs'), 'test/none.ts'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.equal(stderr, 'test/none.ts does not exist.\n');
  });
});
