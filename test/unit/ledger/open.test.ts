import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { allContributions } from '../../../src/ledger/allLines.ts';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { ledgerFailure } from '../../../src/ledger/failure.ts';
import { keyFileOf } from '../../../src/ledger/ledgerFiles.ts';
import { repositories } from '../../../src/ledger/repositories.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import { contribution, reading } from '../../fixtures/contributions.ts';
import { closeLedgers, freshLedgerFile, openTestLedger, temporaryFolder, testRepository } from '../../fixtures/ledgers.ts';

/** A closed ledger with something in it. */
function filledLedger(contributions = 3): string {
  const ledger = openTestLedger();
  const many = Array.from({ length: contributions }, (_, at) => contribution({ id: `c${at}`, path: `src/file${at}.ts` }));
  createCaptureStore(ledger, testRepository(ledger)).store('claude-code', reading(many));
  ledger.close();
  return ledger.file;
}

function refused(file: string, pattern: RegExp): void {
  assert.throws(
    () => openTestLedger(file),
    (error) => {
      assert.ok(HumanError.is(error), String(error));
      assert.match(error.message, pattern);
      return true;
    },
  );
}

/** Opens a ledger that can't be used: a new one comes in its place, and the old one is kept beside it. */
function assertSetAside(file: string, why: RegExp): void {
  const before = readFileSync(file);
  const ledger = openTestLedger(file);
  assert.match(ledger.notices.join('\n'), why);
  assert.deepEqual(repositories(ledger), []);
  const kept = readdirSync(dirname(file)).filter((name) => /^ledger\.corrupt-20260601T00000\dZ\.sqlite$/.test(name));
  assert.equal(kept.length, 1);
  assert.ok(ledger.notices.join('\n').includes(kept[0]!));
  assert.deepEqual(readFileSync(join(dirname(file), kept[0]!)), before, 'nothing of it is lost');
  testRepository(ledger);
  ledger.close();
  const again = openTestLedger(file);
  assert.deepEqual(again.notices, []);
  assert.equal(repositories(again).length, 1);
}

describe('opening the ledger', () => {
  afterEach(closeLedgers);

  it('makes folder and files that only their owner can read', function () {
    if (process.platform === 'win32') this.skip();
    const file = join(temporaryFolder(), 'new', 'folder', 'ledger.sqlite');
    const ledger = openTestLedger(file);
    testRepository(ledger);
    assert.equal(statSync(dirname(file)).mode & 0o777, 0o700);
    for (const one of [file, `${file}-wal`, keyFileOf(file)]) assert.equal(statSync(one).mode & 0o777, 0o600, one);
    assert.equal(statSync(keyFileOf(file)).size, 16);
    assert.deepEqual(ledger.notices, []);
    assert.equal(ledger.statement('PRAGMA journal_mode').get<{ journal_mode: string }>()!.journal_mode, 'wal');
  });

  it('finds again what was kept', () => {
    const ledger = openTestLedger(filledLedger());
    assert.deepEqual(ledger.notices, []);
    assert.equal([...allContributions(ledger, repositories(ledger)[0]!.id)].length, 3);
  });

  it('sets a file aside that is no database', () => {
    const file = freshLedgerFile();
    writeFileSync(file, 'this is not a database, and longer than a header of one hundred bytes, which SQLite reads first of all: rubbish');
    assertSetAside(file, /not a database/);
  });

  it('sets a database aside that was overwritten in the middle', () => {
    const file = filledLedger();
    const bytes = readFileSync(file);
    bytes.fill(0xaa, 4096, 12_000);
    writeFileSync(file, bytes);
    assertSetAside(file, /damaged|malformed/);
  });

  it('sets a database aside that was cut short', () => {
    const file = filledLedger();
    truncateSync(file, statSync(file).size - 8192);
    assertSetAside(file, /cut short/);
  });

  it('checks all of a large ledger after something in it could not be read', () => {
    const file = filledLedger(20_000);
    const bytes = readFileSync(file);
    assert.ok(bytes.length > 4_000_000);
    bytes.fill(0xaa, bytes.length / 2, bytes.length - 4096);
    writeFileSync(file, bytes);
    const ledger = openTestLedger(file);
    assert.deepEqual(ledger.notices, [], 'it is too large to be checked at every start');
    assert.throws(() => [...allContributions(ledger, 1)], (error) => HumanError.is(error) && /damaged.*Run this again/.test(error.message));
    ledger.close();
    assertSetAside(file, /damaged|malformed/);
  });

  it('takes a ledger whose key is missing or another as unusable', () => {
    const missing = filledLedger();
    rmSync(keyFileOf(missing));
    const other = filledLedger();
    writeFileSync(keyFileOf(other), new Uint8Array(16).fill(77));
    const short = filledLedger();
    writeFileSync(keyFileOf(short), 'short');
    assertSetAside(other, /key/);
    assert.deepEqual([...readFileSync(keyFileOf(other))], Array.from({ length: 16 }, () => 77));
    // The fixture's randomness gives the same key again: the old ledger fits, as if the file had been restored.
    for (const file of [missing, short]) assert.deepEqual(openTestLedger(file).notices, []);
    assert.ok(readdirSync(dirname(short)).some((name) => /^ledger\.corrupt-.*\.key$/.test(name)));
  });

  it('leaves a ledger of a newer version as it is, byte for byte', () => {
    const file = filledLedger();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    const before = readFileSync(file);
    const names = readdirSync(dirname(file));
    refused(file, /newer AI Net Value.*version is 999.*update/i);
    assert.deepEqual(readFileSync(file), before);
    assert.deepEqual(readdirSync(dirname(file)), names);
  });

  it('leaves files of others as they are', () => {
    const folder = temporaryFolder();
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'my notes');
    refused(text, /not a ledger.*--ledger/);
    assert.equal(readFileSync(text, 'utf8'), 'my notes');
    const foreign = join(folder, 'ledger.sqlite');
    const database = new DatabaseSync(foreign);
    database.exec('PRAGMA user_version = 3; CREATE TABLE theirs (x)');
    database.close();
    const before = readFileSync(foreign);
    refused(foreign, /not a ledger/);
    assert.deepEqual(readFileSync(foreign), before);
    assert.deepEqual(readdirSync(folder).toSorted(), ['ledger.sqlite', 'notes.txt']);
  });

  it('says what to do where it can not write', function () {
    const file = join(freshLedgerFile(), 'below-a-file', 'ledger.sqlite');
    writeFileSync(dirname(dirname(file)), '');
    refused(file, /part of it is a file.*--ledger/);
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'ledger.sqlite'));
    refused(join(folder, 'ledger.sqlite'), /is a folder/);
    const refusals = { EROFS: /read-only disk.*--ledger/, EACCES: /permission.*--ledger/, ENOSPC: /full/ };
    for (const [code, pattern] of Object.entries(refusals)) {
      assert.match((ledgerFailure(Object.assign(new Error(code), { code }), '/x/ledger.sqlite') as Error).message, pattern);
    }
  });

  it('says what to do where the folder or the file may not be written', function () {
    if (process.platform === 'win32') this.skip();
    const root = process.getuid?.() === 0;
    // Root may write everywhere: the ledger is then opened as nobody.
    const open = (file: string): string => {
      const script = `import { openLedger } from ${JSON.stringify(new URL('../../../src/ledger/open.ts', import.meta.url).href)};
        try { openLedger({ file: process.argv[1], random: (length) => new Uint8Array(length).fill(5), now: Date.now }); console.log('opened'); }
        catch (error) { console.log(error.name, error.message); }`;
      const { stdout, stderr, error } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], { encoding: 'utf8', ...(root ? { uid: 65534, gid: 65534 } : {}) });
      if (error !== undefined || stdout === '') this.skip();
      assert.doesNotMatch(stderr, /SQLite/);
      return stdout;
    };
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    assert.match(open(join(folder, 'ledger.sqlite')), /^HumanError No permission to write in .*--ledger FILE/);
    const file = filledLedger();
    for (const name of readdirSync(dirname(file))) chmodSync(join(dirname(file), name), 0o444);
    chmodSync(dirname(file), 0o555);
    const before = readFileSync(file);
    assert.match(open(file), /^HumanError .*--ledger FILE/);
    assert.deepEqual(readFileSync(file), before);
    chmodSync(dirname(file), 0o755);
    chmodSync(folder, 0o755);
  });

  it('says so when another process holds it for too long', () => {
    const file = filledLedger();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const ledger = openTestLedger(file, Date.UTC(2026, 5, 1), 50);
    assert.throws(() => testRepository(ledger, 'another'), (error) => HumanError.is(error) && /Another AI Net Value process.*run this again/.test(error.message));
    other.exec('ROLLBACK');
    other.close();
    testRepository(ledger, 'another');
  });

  it('prints no warning of Node about SQLite', () => {
    const file = join(temporaryFolder(), 'ledger.sqlite');
    const open = new URL('../../../src/ledger/open.ts', import.meta.url).href;
    const script = `import { openLedger } from ${JSON.stringify(open)};
      process.stdout.write(String(openLedger({ file: process.argv[1], random: (length) => new Uint8Array(length), now: Date.now }).notices.length));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], { encoding: 'utf8' });
    assert.equal(stdout, '0');
    assert.doesNotMatch(stderr, /SQLite/);
    assert.ok(existsSync(file));
  });

  it('copies with its key beside it', () => {
    const file = filledLedger();
    const copy = join(temporaryFolder(), 'copy.sqlite');
    copyFileSync(file, copy);
    copyFileSync(keyFileOf(file), keyFileOf(copy));
    assert.equal(repositories(openTestLedger(copy)).length, 1);
  });
});
