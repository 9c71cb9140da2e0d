import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mochaStage } from '../../run/mochaStage.ts';
import type { StageResult } from '../../run/stage.ts';

describe('the stage that runs mocha', function () {
  this.timeout(60_000);
  const root = join(import.meta.dirname, '../../..');
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mocha-'));
    cpSync(join(root, 'test/run'), join(folder, 'test/run'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    mkdirSync(join(folder, 'test/unit'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function runOn(files: Readonly<Record<string, string>>, args: readonly string[] = [], abreast = 1): Promise<StageResult | undefined> {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'test/unit', name), text);
    return await mochaStage('unit', { patience: 500, abreast }).run({ root: folder, node: process.execPath, args, quiet: true, print: () => undefined });
  }

  it('counts what passes, fails and is skipped', async () => {
    const text = "it('a', () => {}); it('b', () => { throw new Error('no'); }); it.skip('c', () => {}); it('d', () => {});";
    assert.deepEqual(await runOn({ 'a.test.ts': text }), { passed: 2, failed: 1, skipped: 1 });
  });

  it('counts a file that cannot be loaded as a failure', async () => {
    assert.deepEqual(await runOn({ 'a.test.ts': "import './none.ts';" }), { passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a crash as a failure', async () => {
    assert.deepEqual(await runOn({ 'a.test.ts': "it('a', () => { process.exit(0); });" }), { passed: 0, failed: 1, skipped: 0 });
  });

  it('refuses .only, which would leave other tests out', async () => {
    const result = await runOn({ 'a.test.ts': "it.only('a', () => {}); it('b', () => {});" });
    assert.ok(result !== undefined && result.failed > 0);
  });

  it('counts tests that leave something running as a failure', async () => {
    const result = await runOn({ 'a.test.ts': "it('a', () => { setInterval(() => {}, 1000); });" });
    assert.deepEqual(result, { passed: 1, failed: 1, skipped: 0 });
  });

  it('counts every file once when several processes share them', async () => {
    const files = { 'a.test.ts': "it('a', () => {});", 'b.test.ts': "it('b', () => { throw new Error('no'); });", 'c.test.ts': "it('c', () => {}); it.skip('d', () => {});" };
    assert.deepEqual(await runOn(files, [], 2), { passed: 2, failed: 1, skipped: 1 });
    assert.deepEqual(await runOn(files, ['c.test'], 5), { passed: 1, failed: 0, skipped: 1 });
  });

  it('runs only files whose path has one of the given parts', async () => {
    const files = { 'a.test.ts': "it('a', () => {});", 'b.test.ts': "it('b', () => {}); it('c', () => {});" };
    assert.deepEqual(await runOn(files, ['b.test']), { passed: 2, failed: 0, skipped: 0 });
    assert.equal(await runOn(files, ['zzz']), undefined);
  });
});
