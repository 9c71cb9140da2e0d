import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readKept, writeKept } from '../../../src/capture/live/keptWindow.ts';
import type { KeptByWindow } from '../../../src/capture/live/liveCapture.ts';
import { windowFilesOf } from '../../../src/ledger/ledgerFiles.ts';
import { openStore } from '../../../src/scan/openStore.ts';
import { spanStorage } from '../../../src/vscode/live/spanStorage.ts';

const run = fc.record({ length: fc.nat(50), origin: fc.nat(9) });
const print = fc.maxSafeNat();
const spans = fc.record({ lines: fc.array(fc.tuple(print, fc.nat(80)), { maxLength: 20 }), origin: fc.nat(9), remembered: fc.array(fc.tuple(print, fc.array(run, { maxLength: 3 }), fc.boolean()), { maxLength: 4 }) }).map(({ lines, origin, remembered }) => {
  const lengths = lines.map(([, length]) => length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { prints: lines.map(([its]) => its), lengths, runs: total === 0 ? [] : [{ length: total, origin }], remembered };
});
const accept = fc.record({ file: fc.string(), root: fc.string(), origin: fc.nat(99), tool: fc.string(), at: fc.nat(), characters: fc.nat(999), kept: fc.array(fc.option(fc.nat(99)), { maxLength: 6 }), told: fc.nat(6) });
const kept = fc.record({ nextOrigin: fc.nat(1000), accepts: fc.array(accept, { maxLength: 4 }), documents: fc.array(fc.tuple(fc.string(), spans), { maxLength: 5 }) });

describe('what a window leaves to the next one', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ainv-spans-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const ledger = (): string => join(folder, 'state/ledger.sqlite');
  const storage = (said: string[] = []) => spanStorage(windowFilesOf(ledger(), 'abc'), { debug: () => undefined, info: (text) => void said.push(text), warn: () => undefined, error: (text, error) => void said.push(`${text} ${String(error)}`) });

  it('comes back as it was', () => {
    fc.assert(fc.property(kept, (all) => assert.deepEqual(readKept(writeKept(all)), structuredClone(all))));
  });

  it('is nothing where it was not written by this version, and leaves out what does not add up', () => {
    for (const text of ['', '{', 'null', '[]', '{"version":2,"nextOrigin":5,"documents":[]}', '{"version":1,"documents":[]}', '{"version":1,"nextOrigin":5,"documents":{}}']) assert.equal(readKept(text), null, text);
    const good = { prints: '8 9', lengths: '2 3', runs: '5:1', remembered: [[7, '4:1', true]] };
    const bad = [{ ...good, lengths: '2' }, { ...good, lengths: '2 4' }, { ...good, runs: '5:x' }, { ...good, runs: '5' }, { ...good, prints: 7 }, { ...good, prints: 'a b' }, null];
    const documents = [['/good', good], ...bad.map((one, at) => [`/bad${at}`, one]), ['/only'], 'word'];
    assert.deepEqual(readKept(JSON.stringify({ version: 1, nextOrigin: 5, documents }))?.documents.map(([file]) => file), ['/good']);
  });

  it('never throws, whatever the file holds', () => {
    const whole = writeKept({ nextOrigin: 7, documents: [['/repo/a.ts', { prints: [8, 9], lengths: [3, 4], runs: [{ length: 7, origin: 1 }], remembered: [[7, [{ length: 9, origin: 5 }], true]] }]], accepts: [] });
    fc.assert(fc.property(fc.nat(whole.length), fc.nat(9), fc.string({ maxLength: 4 }), (at, cut, text) => void readKept(whole.slice(0, at) + text + whole.slice(at + cut))));
    fc.assert(fc.property(fc.json(), (text) => void readKept(text)));
  });

  it('is bounded: what was used last stays', () => {
    const of = (count: number) => ({ prints: Array<number>(count).fill(5), lengths: Array<number>(count).fill(1), runs: [{ length: count, origin: 1 }], remembered: [] });
    const back = readKept(writeKept({ nextOrigin: 5, accepts: [], documents: [['/old', of(60_000)], ['/new', of(60_000)]] }));
    assert.deepEqual(back?.documents.map(([file]) => file), ['/new']);
  });

  it('lies in two files that only the person can read, and goes when everything is erased', async () => {
    const all: KeptByWindow = { nextOrigin: 9, accepts: [], documents: [['/repo/a.ts', { prints: [5], lengths: [3], runs: [{ length: 3, origin: 1 }], remembered: [] }]] };
    const first = storage();
    assert.equal(await first.load(), null);
    first.save(all);
    const names = ['ledger.window-abc.json', 'ledger.window-abc.key'];
    assert.deepEqual(readdirSync(join(folder, 'state')).toSorted(), names);
    for (const name of names) assert.equal(statSync(join(folder, 'state', name)).mode & 0o077, 0);
    const second = storage();
    assert.deepEqual(second.key, first.key);
    assert.deepEqual(await second.load(), all);
    second.erase();
    assert.deepEqual(readdirSync(join(folder, 'state')), []);
    second.save(all);
    assert.deepEqual(await storage().load(), all, 'it is asked to begin again');
  });

  it('is shown, exported and erased with the ledger, and no other window brings it back', async () => {
    const other = storage();
    other.save({ nextOrigin: 9, accepts: [], documents: [['/repo/a.ts', { prints: [5], lengths: [3], runs: [{ length: 3, origin: 1 }], remembered: [] }]] });
    await using store = await openStore({ ledgerFile: ledger() });
    assert.equal((await store.stored()).tables.find(({ what }) => what === 'workspaces')?.rows, 1);
    assert.match((await Array.fromAsync(store.exportData())).join('\n'), /"kind":"workspace".*\/repo\/a\.ts/);
    assert.ok((await store.erase()).files.some((file) => file.endsWith('.window-abc.json')));
    other.save({ nextOrigin: 9, accepts: [], documents: [] });
    assert.deepEqual(readdirSync(join(folder, 'state')), []);
  });

  it('begins anew where the file can not be read as one, and says so', async () => {
    storage().save({ nextOrigin: 9, documents: [], accepts: [] });
    writeFileSync(join(folder, 'state/ledger.window-abc.json'), readFileSync(join(folder, 'state/ledger.window-abc.json'), 'utf8').replace('"version":1', '"version":9'));
    const said: string[] = [];
    assert.equal(await storage(said).load(), null);
    assert.match(said.join(), /another version/);
  });
});
