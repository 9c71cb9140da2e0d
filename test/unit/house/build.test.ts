import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitEnvironment, gitRepo } from '../../fixtures/gitRepo.ts';

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

  it('start from what an earlier run compiled, and say the same without it', () => {
    const repo = gitRepo(join(folder, 'repo'));
    repo.write('a.txt', 'one\n');
    repo.commit('first');
    const [home, ledgers] = [join(folder, 'home'), join(folder, 'ledgers')];
    mkdirSync(home);
    const compiled = join(ledgers, 'l.compiled-data');
    const beside = ['--ledger', join(ledgers, 'l.sqlite')];
    const run = (...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js'), ...args], { cwd: repo.dir, env: { ...gitEnvironment(), HOME: home }, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '');
      return stdout;
    };
    assert.match(run('--version'), /^\d+\.\d+\.\d+\n$/);
    run('data', 'show', ...beside);
    assert.ok(!existsSync(ledgers), 'nothing is written where there is no ledger');
    run('scan', ...beside);
    const first = run('data', 'show', '--json', ...beside);
    assert.ok(existsSync(compiled));
    const made = readFileSync(compiled);
    const second = run('data', 'show', '--json', ...beside);
    assert.deepEqual(tablesIn(second), tablesIn(first));
    assert.deepEqual(readFileSync(compiled), made, 'taken up, and not made again');
    writeFileSync(compiled, made.subarray(0, 1000));
    assert.deepEqual(tablesIn(run('data', 'show', '--json', ...beside)), tablesIn(first));
    assert.ok(statSync(compiled).size > 1000, 'made again');
    run('data', 'erase', '--yes', ...beside);
    assert.deepEqual(readdirSync(ledgers), []);
  });

  it('hold no source text beside themselves', () => {
    for (const name of ['extension', 'program', 'cli', 'worker', 'webview']) {
      assert.ok(!existsSync(join(folder, `${name}.js.map`)), name);
    }
  });

  it('are CommonJS, which VS Code and Node load alike', () => {
    assert.deepEqual(createRequire(import.meta.url)(join(folder, 'package.json')), { type: 'commonjs' });
  });

  it('keep network modules out', () => {
    for (const name of ['extension', 'program', 'cli', 'worker', 'webview']) {
      const file = join(folder, `${name}.js`);
      if (!existsSync(file)) continue;
      const asked = [...readFileSync(file, 'utf8').matchAll(/require\("(?:node:)?([a-z0-9_/]+)"\)/g)].map((one) => one[1]);
      const network = asked.filter((one) => one !== undefined && /^(https?|http2|net|tls|dgram|dns|inspector)(\/|$)/.test(one));
      assert.deepEqual(network, [], name);
    }
  });
});

/** Without the sizes of files, to which what was compiled adds. */
function tablesIn(shown: string): unknown {
  return (JSON.parse(shown) as { tables: unknown }).tables;
}
