import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { treeProblems } from '../../lint/tree.ts';

describe('the tree as a whole', () => {
  let folder = '';

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tree-'));
    execFileSync('git', ['init', '-q', folder]);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds at its top only what belongs there', () => {
    write('README.md', '');
    write('src/git/log.ts', 'export const x = 1;\n');
    write('.editorconfig', '');
    assert.deepEqual(treeProblems(folder), []);
    write('scratch.ts', '');
    assert.equal(treeProblems(folder).length, 1);
    assert.match(treeProblems(folder)[0] ?? '', /^scratch\.ts: does not belong at the top/);
  });

  it('lets a rule be switched off for one line and with a reason', () => {
    write('src/git/log.ts', '// oxlint-disable-next-line no-control-regex -- git ends records with NUL\nexport const x = /\\0/;\n');
    assert.deepEqual(treeProblems(folder), []);
  });

  for (const [why, comment] of [
    ['without a reason', '// oxlint-disable-next-line no-control-regex'],
    ['for a whole file', '/* oxlint-disable no-control-regex -- it is long */'],
    ['that keeps a promise', '// eslint-disable-next-line house/arrows -- quicker this way'],
    ['that closes the network', '// oxlint-disable-next-line no-restricted-globals -- just once'],
  ] as const) {
    it(`lets no rule be switched off ${why}`, () => {
      write('src/git/log.ts', `${comment}\nexport const x = 1;\n`);
      assert.equal(treeProblems(folder).length, 1);
    });
  }
});
