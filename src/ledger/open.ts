import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { fingerprintKey } from '../model/fingerprint.ts';
import { HumanError } from '../model/humanError.ts';
import type { Clock } from '../model/time.ts';
import { hasCode, isCorrupt, ledgerFailure } from './failure.ts';
import { type FileHeader, readFileHeader } from './fileHeader.ts';
import { networkDisk, setJournal } from './journal.ts';
import { ensureKey, keyCheck, type RandomBytes } from './key.ts';
import { type Ledger, makeLedger } from './ledger.ts';
import { damageMarkOf, keyFileOf } from './ledgerFiles.ts';
import { makeFolder } from './makeFolder.ts';
import { applicationId, migrate, refuseNewer } from './migrations.ts';
import { fileIdentity, setAside } from './setAside.ts';
import { loadSqlite, scalar } from './sqlite.ts';

export interface OpenOptions {
  /** See location.ts for the user's own. */
  readonly file: string;
  /** Secret randomness, for the key of a new ledger. */
  readonly random: RandomBytes;
  readonly now: Clock;
  /** Milliseconds that a write waits for another process. */
  readonly patience?: number;
}

/** A ledger of up to this many bytes is checked at every start; it takes a few milliseconds. */
const smallLedger = 2_000_000;

/** Several processes may find the same damage at once; each then looks again at what the first one made. */
const attempts = 5;

/** Why a file can't be used as a ledger although it can be read. */
class Unusable extends Error {}

/**
 * Opens the ledger, making it (folder 0700, files 0600) or bringing it to this version first. One that can't be
 * used is set aside and a new one begun; `notices` then says so.
 * @throws {HumanError} newer version, read-only disk, no permission, locked, no SQLite in this Node, no ledger at all
 */
export function openLedger(options: OpenOptions): Ledger {
  const file = resolve(options.file);
  const sqlite = loadSqlite();
  try {
    makeFolder(dirname(file));
    const notices: string[] = [];
    for (let attempt = 1; ; attempt++) {
      refuseForeign(readFileHeader(file), file);
      const judged = fileIdentity(file);
      try {
        return connect(sqlite.DatabaseSync, file, options, notices);
      } catch (error) {
        const why = isCorrupt(error) || error instanceof Unusable ? String((error as Error).message) : null;
        if (why === null || attempt === attempts) throw error;
        const sentence = setAside(file, judged, why, options.now());
        rmSync(damageMarkOf(file), { force: true });
        if (sentence !== null) notices.push(sentence);
      }
    }
  } catch (error) {
    throw ledgerFailure(error, file);
  }
}

function connect(Database: typeof DatabaseSync, file: string, options: OpenOptions, notices: string[]): Ledger {
  const key = ensureKey(file, options.random, options.now());
  createPrivately(file);
  checkSize(file);
  const database = new Database(file);
  try {
    database.exec(`PRAGMA busy_timeout = ${options.patience ?? 5000}; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY`);
    // Only in an empty file: on a filled one it does nothing but take the lock.
    if (scalar(database, 'PRAGMA page_count') === 0) database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    const slow = setJournal(database, networkDisk(dirname(file), process.platform));
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 8000000');
    checkIntegrity(database, file);
    refuseTables(database);
    migrate(database, file);
    checkKey(database, key, options.now());
    const explain = (error: unknown): unknown => {
      if (isCorrupt(error)) writeFileSync(damageMarkOf(file), '', { mode: 0o600 });
      return ledgerFailure(error, file);
    };
    return makeLedger(database, { file, key: fingerprintKey(key), notices: slow === null ? notices : [...notices, slow] }, explain);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite gives the files beside the database its permissions. */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

/** Leaves alone what is somebody else's file (named by mistake) and what a newer version wrote. */
function refuseForeign(header: FileHeader | null, file: string): void {
  if (header === null || header.size === 0) return;
  if (header.isSqlite && header.application === applicationId) {
    refuseNewer(header.version, file);
    return;
  }
  const wasOurs = existsSync(keyFileOf(file)) || basename(file) === 'ledger.sqlite';
  const isAnothers = header.isSqlite && header.application !== applicationId && !(header.application === 0 && header.version === 0);
  if (isAnothers || !wasOurs) throw new HumanError(`${file} is not a ledger of AI Net Value. It was left as it is: name another file with --ledger FILE.`);
}

/** A file that was cut reads as zeros at its end, which SQLite notices only when it gets there. */
function checkSize(file: string): void {
  const header = readFileHeader(file);
  if (header === null || header.size === 0 || existsSync(`${file}-wal`)) return;
  if (header.isSqlite && header.size < header.claimedSize) throw new Unusable('the file was cut short');
}

function checkIntegrity(database: DatabaseSync, file: string): void {
  const mark = damageMarkOf(file);
  const size = Number(scalar(database, 'PRAGMA page_count')) * Number(scalar(database, 'PRAGMA page_size'));
  const suspected = existsSync(mark);
  if (size > smallLedger && !suspected) return;
  // the quick one looks at every page and row, only not whether each index fits its table: a third of the time
  const finding = String(scalar(database, suspected ? 'PRAGMA integrity_check(1)' : 'PRAGMA quick_check(1)'));
  if (finding !== 'ok') throw new Unusable(`its content is damaged (${finding.split('\n')[0]})`);
  rmSync(mark, { force: true });
}

/** A database without a version that holds tables all the same was made by something else. */
function refuseTables(database: DatabaseSync): void {
  const strange = scalar(database, 'PRAGMA user_version') === 0 && Number(scalar(database, 'SELECT count(*) FROM sqlite_schema')) > 0;
  if (strange) throw new Unusable('it holds tables of another program');
}

/** Fingerprints made with another key match nothing: such a ledger is of no use. */
function checkKey(database: DatabaseSync, key: Uint8Array, now: number): void {
  const put = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const held = (): unknown => database.prepare("SELECT value FROM meta WHERE name = 'key check'").get()?.['value'];
  if (held() === undefined) {
    put.run('created at', now);
    put.run('next row', 1);
    put.run('key check', keyCheck(key));
  }
  if (held() !== keyCheck(key)) throw new Unusable('its key file is missing or belongs to another ledger');
}
