import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A `code` on PATH that notes how it was called stands for the desktop VS Code. */
describe('npm start where there is a desktop VS Code', function () {
  this.timeout(60_000);
  let folder = '';

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'desktop-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/code'), `#!/bin/sh\nprintf '%s\\n' "$HOME" "$@" > '${join(folder, 'called')}'\n`);
    chmodSync(join(folder, 'bin/code'), 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const start = (...args: string[]): string[] => {
    const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'test/run/start.ts'), ...args], { env, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    return readFileSync(join(folder, 'called'), 'utf8').trimEnd().split('\n');
  };

  it('opens the repository with the extension from this source and the person’s own home', () => {
    const [home, ...args] = start(folder);
    assert.equal(home, process.env['HOME']);
    assert.ok(args.includes(`--extensionDevelopmentPath=${root}`));
    assert.equal(args.at(-1), folder);
    assert.ok(!args.includes('--user-data-dir'));
  });

  it('opens the demo project apart, with a home of its own', () => {
    const [home, ...args] = start();
    assert.notEqual(home, process.env['HOME']);
    assert.ok(args.includes('--user-data-dir'));
    assert.match(args.at(-1) ?? '', /demo.project$/);
  });
});
