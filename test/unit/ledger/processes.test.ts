import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allContributions, allLines } from '../../../src/ledger/allLines.ts';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { cohorts } from '../../../src/ledger/cohortQuery.ts';
import { coverage } from '../../../src/ledger/coverage.ts';
import { createFollowStore } from '../../../src/ledger/followStore.ts';
import { takeLease } from '../../../src/ledger/lease.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import { contribution, reading } from '../../fixtures/contributions.ts';
import { closeLedgers, freshLedgerFile, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';

const program = fileURLToPath(new URL('writerProcess.ts', import.meta.url));

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function finished(child: ChildProcess): Promise<void> {
  let errors = '';
  child.stderr!.on('data', (part: Buffer) => (errors += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 0, errors);
  assert.equal(errors, '', 'nothing was set aside');
}

/** Opens it with the key that is there already. */
function look(file: string): Ledger {
  const ledger = openTestLedger(file);
  assert.deepEqual(ledger.notices, []);
  return ledger;
}

describe('several processes at once', function () {
  this.timeout(60_000);
  afterEach(closeLedgers);

  it('lose nothing, from the first moment of a new ledger on', async () => {
    const file = freshLedgerFile();
    const names = ['one', 'two', 'three'];
    await Promise.all([...names.map((name) => start('capture', file, name, '40')), ...names.map((name) => start('follow', file, name, '40'))].map(finished));
    const ledger = look(file);
    const repo = testRepository(ledger);
    const ids = [...allContributions(ledger, repo)].map((one) => one.id);
    assert.equal(ids.length, 160, 'three times forty, and forty that all of them read');
    assert.equal(new Set(ids).size, 160);
    assert.equal(cohorts(ledger, repo).reduce((sum, cohort) => sum + cohort.lines, 0), 160);
    assert.equal(coverage(ledger, repo)[0]!.files, 3);
    for (const name of names) {
      const own = testRepository(ledger, name);
      assert.deepEqual([...allLines(ledger, own)].map(({ line }) => line.first!.line), [40]);
      for (let at = 0; at < 40; at++) assert.notEqual(createFollowStore(ledger, own).state(`unit ${at}`), null);
    }
    assert.deepEqual(readdirSync(dirname(file)).filter((one) => one.includes('.key')), ['ledger.key'], 'they agreed on one key');
    assert.equal(statSync(file.replace('.sqlite', '.key')).size, 16);
  });

  it('replace a damaged ledger once', async () => {
    const file = freshLedgerFile();
    writeFileSync(file, 'rubbish that is no database '.repeat(100));
    const children = ['one', 'two', 'three'].map((name) => start('capture', file, name, '10'));
    const notices = await Promise.all(
      children.map(async (child) => {
        let said = '';
        child.stderr!.on('data', (part: Buffer) => (said += part.toString()));
        const [code] = (await once(child, 'close')) as [number];
        assert.equal(code, 0, said);
        return said;
      }),
    );
    assert.equal(notices.filter((said) => said.includes('set aside')).length, 1, notices.join('\n'));
    const ledger = look(file);
    assert.equal([...allContributions(ledger, testRepository(ledger))].length, 40);
  });

  it('leave the state before when one is killed in the middle of a unit of work', async () => {
    const file = freshLedgerFile();
    const before = openTestLedger(file);
    createCaptureStore(before, testRepository(before)).store('claude-code', reading([contribution({ id: 'kept' })]));
    const child = start('hang', file);
    await once(child.stdout!, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    for (const ledger of [before, look(file)]) {
      const repo = testRepository(ledger);
      assert.deepEqual([...allContributions(ledger, repo)].map((one) => one.id), ['kept']);
      assert.equal(cohorts(ledger, repo)[0]!.lines, 1);
      assert.equal(ledger.statement('PRAGMA integrity_check').get<{ integrity_check: string }>()!.integrity_check, 'ok');
    }
    assert.equal(createCaptureStore(before, testRepository(before)).store('claude-code', reading([contribution({ id: 'later' })])), 1, 'the lock is free');
  });

  it('do not overwrite what another scan of the repository found', () => {
    const file = freshLedgerFile();
    const ledgers = [openTestLedger(file), openTestLedger(file)];
    const repo = testRepository(ledgers[0]!);
    createCaptureStore(ledgers[0]!, repo).store('claude-code', reading([contribution({ id: 'x' })]));
    const [one, two] = ledgers.map((ledger) => createFollowStore(ledger, repo));
    one!.unitOfWork(() => one!.setState('cursor', Uint8Array.of(1)));
    assert.throws(
      () => two!.unitOfWork(() => two!.setState('cursor', Uint8Array.of(2))),
      (error) => HumanError.is(error) && /Another scan.*run this again/.test(error.message),
    );
    assert.deepEqual(Buffer.from(two!.state('cursor')!), Buffer.of(1));
    two!.unitOfWork(() => two!.setState('cursor', Uint8Array.of(3)));
    assert.deepEqual(Buffer.from(one!.state('cursor')!), Buffer.of(3));
  });
});

describe('the lease on a repository', () => {
  afterEach(closeLedgers);

  it('is held by one at a time, until it is released, lapses, or its process is gone', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    let now = 1000;
    let running = true;
    const take = (token: string, pid = 1): ReturnType<typeof takeLease> =>
      takeLease(ledger, repo, { owner: { pid, token }, now: () => now, term: 100, isRunning: () => running });
    const first = take('first');
    assert.notEqual(first, null);
    assert.equal(take('second'), null);
    assert.notEqual(takeLease(ledger, testRepository(ledger, 'another'), { owner: { pid: 1, token: 'second' }, now: () => now }), null);
    now += 90;
    assert.ok(first!.renew());
    now += 90;
    assert.equal(take('second'), null, 'it was renewed');
    now += 20;
    const second = take('second');
    assert.notEqual(second, null, 'it lapsed');
    assert.equal(first!.renew(), false);
    first!.release();
    assert.equal(take('third'), null, 'who lost it can not release it');
    second!.release();
    assert.notEqual(take('third'), null);
    running = false;
    assert.notEqual(take('fourth'), null, 'its process is gone');
  });

  it('sees whether a process runs', async () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    assert.notEqual(takeLease(ledger, repo, { owner: { pid: child.pid!, token: 'child' }, now: Date.now }), null);
    assert.equal(takeLease(ledger, repo, { owner: { pid: process.pid, token: 'me' }, now: Date.now }), null);
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.notEqual(takeLease(ledger, repo, { owner: { pid: process.pid, token: 'me' }, now: Date.now }), null);
  });
});
