import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

describe('the bundles', function () {
  this.timeout(60_000);
  let folder = '';
  let built: { status: number | null; stdout: string; stderr: string };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dist-'));
    built = spawnSync(process.execPath, ['esbuild.js', '--production', '--outdir', folder], { cwd: root, encoding: 'utf8' });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are made, each within its budget', () => {
    assert.equal(built.status, 0, built.stdout + built.stderr);
  });

  it('hold no source text beside themselves', () => {
    for (const name of ['extension', 'cli', 'worker', 'webview']) {
      assert.ok(!existsSync(join(folder, `${name}.js.map`)), name);
    }
  });

  it('are CommonJS, which VS Code and Node load alike', () => {
    assert.deepEqual(createRequire(import.meta.url)(join(folder, 'package.json')), { type: 'commonjs' });
  });

  it('keep network modules out', () => {
    for (const name of ['extension', 'cli', 'worker', 'webview']) {
      const file = join(folder, `${name}.js`);
      if (!existsSync(file)) continue;
      const asked = [...readFileSync(file, 'utf8').matchAll(/require\("(?:node:)?([a-z0-9_/]+)"\)/g)].map((one) => one[1]);
      const network = asked.filter((one) => one !== undefined && /^(https?|http2|net|tls|dgram|dns|inspector)(\/|$)/.test(one));
      assert.deepEqual(network, [], name);
    }
  });
});
