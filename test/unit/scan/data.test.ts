import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, rows, start, temporaryFolder } from './desk.ts';
import type { Desk } from './desk.ts';

describe('stored data', () => {
  afterEach(clearDesks);

  function usual(): Desk {
    const desk = newDesk();
    desk.agentWrites('src/tide.ts', code(5), 1);
    desk.repo.commit('Add tide', { at: start + 10 * minute });
    return desk;
  }

  it('is shown, exported and erased outside of any repository, and without git', async () => {
    const desk = usual();
    await desk.scan();
    const inside = await desk.run(['data', 'export', '-']);
    const folder = temporaryFolder();
    const options = { folder, machine: { env: { ...desk.machine.env, PATH: folder } } };
    const shown = await desk.run(['data', 'show'], options);
    assert.equal(shown.code, 0, shown.err);
    assert.match(shown.out, /1 repository\b[^]*No source text, no prompt and no keystroke is among it\./);
    assert.deepEqual(await desk.run(['data', 'export', '-'], options), inside);
    const erased = await desk.run(['data', 'erase', '--yes'], options);
    assert.equal(erased.code, 0, erased.err);
    assert.deepEqual(readdirSync(dirname(desk.ledger)), []);
  });

  it('shows one description and row count for every table there is', async () => {
    const desk = usual();
    await desk.scan();
    const shown = JSON.parse((await desk.run(['data', 'show', '--json'])).out) as { ledgerFile: string; keyFile: string; repositories: number; tables: { what: string; rows: number; holds: string }[] };
    assert.deepEqual([shown.ledgerFile, existsSync(shown.keyFile), shown.repositories], [desk.ledger, true, 1]);
    assert.deepEqual(shown.tables.filter(({ what }) => what === 'contributions' || what === 'log files').map(({ rows: count }) => count), [1, 1]);
    assert.ok(shown.tables.every(({ holds }) => holds !== ''));
  });

  it('is exported whole: every line, source, log file and reading position, to a file for its owner alone', async () => {
    const desk = usual();
    await desk.scan();
    const file = join(desk.folder, 'all of it.ndjson');
    assert.equal((await desk.run(['data', 'export', file])).out, `Written to ${file}\n`);
    assert.equal(statSync(file).mode & 0o077, 0);
    const records = rows(readFileSync(file, 'utf8'));
    const kinds = new Set(records.map(({ kind }) => kind));
    for (const kind of ['ledger', 'repository', 'source', 'log file', 'session', 'contribution', 'cohort', 'file map', 'state']) assert.ok(kinds.has(kind), kind);
    const contributions = records.filter(({ kind }) => kind === 'contribution') as unknown as { id: string; lines: unknown[] }[];
    assert.deepEqual(contributions.map(({ lines }) => lines.length), [5]);
    const map = records.find(({ kind }) => kind === 'file map') as unknown as { lines: unknown };
    assert.deepEqual(map.lines, [1, 2, 3, 4, 5].map((line) => [line, contributions[0]!.id, line - 1]));
  });

  it('is not put on a file that can not be written, and nothing changes', async () => {
    const desk = usual();
    await desk.scan();
    const { code: exit, err } = await desk.run(['data', 'export', join(desk.folder, 'no', 'such', 'folder')]);
    assert.deepEqual([exit, err.split('\n').length], [1, 2]);
    assert.match(err, /its folder does not exist; create it/);
  });

  it('is gone after erase: database, journal, key, copies set aside; and nothing else is', async () => {
    const desk = usual();
    await desk.scan();
    writeFileSync(desk.ledger, 'rubbish'.repeat(2000));
    await desk.scan();
    const folder = dirname(desk.ledger);
    writeFileSync(join(folder, 'mine.txt'), 'keep');
    writeFileSync(`${desk.ledger}-journal`, '');
    assert.ok(readdirSync(folder).some((name) => name.includes('.corrupt-')));
    const { out } = await desk.run(['data', 'erase', '--yes', '--json']);
    assert.deepEqual(readdirSync(folder), ['mine.txt']);
    assert.ok((JSON.parse(out) as { rows: number }).rows > 0);
  });

  it('is not erased without a yes', async () => {
    const desk = usual();
    await desk.scan();
    const { code: exit, err } = await desk.run(['data', 'erase']);
    assert.deepEqual([exit, err], [1, 'ai-net-value: data erase asks before it erases, and there is no terminal to ask on. Add --yes if you mean it.\n']);
    assert.equal((await desk.lines()).length, 5);
  });

  it('that does not exist is said so, and not made by asking for it', async () => {
    const desk = usual();
    const folder = temporaryFolder();
    assert.equal((await desk.run(['data', 'show'], { folder })).out, `Nothing is stored: there is no ledger at ${desk.ledger}.\n`);
    assert.equal(rows((await desk.run(['data', 'export', '-'], { folder })).out).length, 1);
    assert.equal((await desk.run(['data', 'erase'], { folder })).out, 'There was nothing to erase.\n');
    assert.equal(existsSync(dirname(desk.ledger)), false);
  });

  it('after erase is filled again from logs and git', async () => {
    const desk = usual();
    await desk.scan();
    const before = await desk.lines();
    await desk.run(['data', 'erase', '--yes']);
    await desk.scan();
    assert.deepEqual(await desk.lines(), before);
  });
});
