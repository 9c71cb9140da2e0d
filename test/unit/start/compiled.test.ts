import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCompiled, writeCompiled } from '../../../src/start/compiledFile.ts';
import { compiledPlace } from '../../../src/start/compiledPlace.ts';
import { filesOf } from '../../../src/ledger/ledgerFiles.ts';

describe('compiled code', () => {
  const uid = process.getuid?.();
  const code = Buffer.from('what V8 made');
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken up by the build that it was made of, whole', () => {
    const file = join(folder, 'code');
    assert.equal(readCompiled(file, 'a', uid), undefined);
    writeCompiled(file, 'a', code);
    assert.deepEqual(readCompiled(file, 'a', uid), code);
    assert.equal(readCompiled(file, 'b', uid), undefined);
    const bytes = readFileSync(file);
    for (const at of [0, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1;
      writeFileSync(file, damaged);
      assert.equal(readCompiled(file, 'a', uid), undefined);
    }
    for (const length of [0, 10, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      assert.equal(readCompiled(file, 'a', uid), undefined);
    }
    assert.deepEqual(readdirSync(folder), ['code']);
  });

  it('is taken from nobody else', function () {
    if (uid === undefined) return this.skip();
    const file = join(folder, 'code');
    writeCompiled(file, 'a', code);
    assert.equal(readCompiled(file, 'a', uid + 1), undefined);
    for (const mode of [0o620, 0o602]) {
      chmodSync(file, mode);
      assert.equal(readCompiled(file, 'a', uid), undefined);
    }
    chmodSync(file, 0o600);
    assert.deepEqual(readCompiled(file, 'a', uid), code);
  });

  it('is not kept where nothing can be written', () => {
    writeCompiled(join(folder, 'no', 'code'), 'a', code);
    writeFileSync(join(folder, 'file'), '');
    writeCompiled(join(folder, 'file', 'code'), 'a', code);
    assert.deepEqual(readdirSync(folder), ['file']);
    assert.equal(readCompiled(join(folder, 'file', 'code'), 'a', uid), undefined);
    assert.equal(readCompiled(folder, 'a', uid), undefined);
  });

  it('lies beside the ledger that the command line means, and is one of its files', () => {
    const home = { platform: 'linux', env: {}, home: '/home/ada' } as const;
    const place = (...args: string[]): string | undefined => compiledPlace(args, '/project', home)?.file;
    assert.equal(place('scan'), '/home/ada/.local/state/ai-net-value/ledger.compiled-scan');
    assert.equal(place('report', '--ledger', 'mine.sqlite'), '/project/mine.compiled-report');
    assert.equal(place('report', '--ledger=/else/where.db', '--json'), '/else/where.compiled-report');
    for (const none of [[], ['--version'], ['--ledger', 'x', 'scan'], ['../scan']]) assert.equal(place(...none), undefined);
    assert.equal(compiledPlace(['scan', '--ledger', 'D:\\x.sqlite'], 'C:\\', { ...home, platform: 'win32' }), null);
    const ledger = join(folder, 'ledger.sqlite');
    const { file } = compiledPlace(['scan', '--ledger', ledger], '/', home)!;
    writeCompiled(file, 'a', code);
    assert.deepEqual(filesOf(ledger), [file]);
  });
});
