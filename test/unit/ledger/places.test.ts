import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { networkDisk, setJournal } from '../../../src/ledger/journal.ts';
import { ensureKey } from '../../../src/ledger/key.ts';
import { keyFileOf } from '../../../src/ledger/ledgerFiles.ts';
import { ledgerLocation } from '../../../src/ledger/location.ts';
import { loadSqlite, withoutSqliteWarning } from '../../../src/ledger/sqlite.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import { closeLedgers, freshLedgerFile } from '../../fixtures/ledgers.ts';

describe('where the ledger lies', () => {
  it('is a folder of this machine and this user', () => {
    const home = '/home/dev';
    assert.equal(ledgerLocation({ platform: 'linux', env: {}, home }), '/home/dev/.local/state/ai-net-value/ledger.sqlite');
    assert.equal(ledgerLocation({ platform: 'linux', env: { XDG_STATE_HOME: '/state' }, home }), '/state/ai-net-value/ledger.sqlite');
    assert.equal(ledgerLocation({ platform: 'linux', env: { XDG_STATE_HOME: 'relative' }, home }), '/home/dev/.local/state/ai-net-value/ledger.sqlite');
    assert.equal(ledgerLocation({ platform: 'darwin', env: { XDG_STATE_HOME: '/state' }, home: '/Users/dev' }), '/Users/dev/Library/Application Support/ai-net-value/ledger.sqlite');
    const windows = { platform: 'win32', home: 'C:\\Users\\dev' } as const;
    const roaming = 'C:\\Users\\dev\\AppData\\Roaming';
    assert.equal(ledgerLocation({ ...windows, env: { APPDATA: roaming } }), 'C:\\Users\\dev\\AppData\\Local\\ai-net-value\\ledger.sqlite');
    assert.equal(ledgerLocation({ ...windows, env: { APPDATA: roaming, LOCALAPPDATA: 'D:\\Local' } }), 'D:\\Local\\ai-net-value\\ledger.sqlite');
  });

  it('is noticed when it is on a network disk', () => {
    assert.equal(networkDisk('/home', 'linux', () => 0x6969), 'NFS');
    assert.equal(networkDisk('/home', 'linux', () => 0xff534d42 | 0), 'CIFS');
    assert.equal(networkDisk('/home', 'linux', () => 0xef53), null);
    assert.equal(networkDisk('\\\\server\\share', 'win32'), 'a network share');
    assert.equal(networkDisk('C:\\Users', 'win32'), null);
  });

  it('gets the older journal on a network disk, and the person is told', () => {
    const database = new DatabaseSync(freshLedgerFile());
    const mode = (): unknown => database.prepare('PRAGMA journal_mode').get()!['journal_mode'];
    assert.equal(setJournal(database, null), null);
    assert.equal(mode(), 'wal');
    assert.match(setJournal(database, 'NFS')!, /network disk \(NFS\).*--ledger FILE/);
    assert.equal(mode(), 'delete');
    database.close();
    closeLedgers();
  });
});

describe('the key', () => {
  afterEach(closeLedgers);

  it('is made once', () => {
    const file = freshLedgerFile();
    let next = 1;
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(next++);
    const key = ensureKey(file, random, 0);
    assert.deepEqual(ensureKey(file, random, 0), key);
    assert.deepEqual(new Uint8Array(readFileSync(keyFileOf(file))), key);
    assert.deepEqual(readdirSync(dirname(file)), ['ledger.key'], 'no draft is left');
  });

  it('that another process made meanwhile wins', () => {
    const file = freshLedgerFile();
    const theirs = new Uint8Array(16).fill(9);
    const random = (length: number): Uint8Array => {
      if (length === 16) writeFileSync(keyFileOf(file), theirs);
      return new Uint8Array(length).fill(1);
    };
    assert.deepEqual(ensureKey(file, random, 0), theirs);
  });
});

describe("Node's SQLite", () => {
  it('is asked for in words where it is missing', () => {
    assert.throws(() => loadSqlite(() => undefined), (error) => HumanError.is(error) && /Update Node/.test(error.message));
  });

  it('warns nobody while it is loaded, and other warnings pass', () => {
    const emit = process.emitWarning;
    const passed: string[] = [];
    process.emitWarning = (warning: string | Error): void => void passed.push(String(warning));
    try {
      withoutSqliteWarning(() => {
        process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
        process.emitWarning('another');
      });
      process.emitWarning('SQLite is an experimental feature');
    } finally {
      process.emitWarning = emit;
    }
    assert.deepEqual(passed, ['another', 'SQLite is an experimental feature']);
  });
});
