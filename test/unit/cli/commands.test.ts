import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModel } from '../../../src/model/readModel.ts';
import { fileAndLine } from '../../../src/cli/commands/explain.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { renderText } from '../../../src/report/text.ts';
import { day } from '../../../src/model/time.ts';
import { asOf, madeUpFacts } from '../report/madeUpFacts.ts';
import { fakeProject, record, run, summary } from './fakes.ts';

describe('commands', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai net value '));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('scan tells what it found and how long each step took', async () => {
    const { out, code } = await run(['scan']);
    assert.equal(code, 0);
    assert.match(out, /^weather-station: read 15 MB of 41 log files and 1,204 commits\.\n/);
    assert.match(out.replace(/\s+/g, ' '), /512 accepted edits in 38 sessions; left out: 14 rejected, 88 copied from another session\./);
    assert.match(out, /following lines +95 ms +1,204 commits\nall +907 ms\n/);
    assert.match(out, /- The repository is shallow\.\n$/);
    for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
    assert.deepEqual(JSON.parse((await run(['scan', '--json'])).out), summary);
  });

  it('scan says when there was nothing new', async () => {
    const project = fakeProject({ scan: async () => ({ ...summary, logs: { files: 41, bytesRead: 0, sessions: 0 }, commitsRead: 0 }) });
    assert.match((await run(['scan'], { project })).out, /nothing new\. No log bytes and no commits were read\./);
  });

  it('report gives the one read model in four forms', async () => {
    const model = buildReport(madeUpFacts(), { since: { length: 90 * day }, asOf });
    const json = JSON.parse((await run(['report', '--json'])).out) as unknown;
    assert.deepEqual(json, model);
    readModel.parse(json);
    assert.equal((await run(['report'])).out, renderText(model));
    assert.match((await run(['report', '--md'])).out, /^# What became of/);
    const { out } = await run(['report', '--html', 'r.html'], { folder });
    assert.equal(out, `Written to ${join(folder, 'r.html')}\n`);
    const html = readFileSync(join(folder, 'r.html'), 'utf8');
    assert.match(html, /^<!doctype html>/);
    assert.equal((await run(['report', '--html', '-'])).out, html);
    assert.equal(statSync(join(folder, 'r.html')).mode & 0o077, 0);
  });

  it('report takes a window and a "now"', async () => {
    const window = async (...args: string[]) => (JSON.parse((await run(['report', '--json', ...args])).out) as { window: { since: string; asOf: string } }).window;
    assert.equal((await window('--since', '7d')).since, new Date(asOf - 7 * day).toISOString());
    assert.equal((await window('--as-of', '2026-02-01')).asOf, '2026-02-01T00:00:00.000Z');
  });

  it('a file that cannot be written is said with its remedy', async () => {
    const { code, err } = await run(['report', '--html', 'no/such/folder/r.html'], { folder });
    assert.equal(code, 1);
    assert.match(err, /could not be written: its folder does not exist; create it/);
    assert.equal((await run(['data', 'export', '.'], { folder })).code, 1);
  });

  it('lines gives one object a line, in the published form', async () => {
    const { out } = await run(['lines', '--json']);
    const rows = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(Object.keys(rows[0]!), ['path', 'line', 'commit', 'contribution', 'tool', 'grade', 'mine', 'writtenAt', 'stage', 'fate', 'cause', 'retained', 'diedAt', 'diedCommit', 'pathNow', 'lineNow']);
    assert.deepEqual(rows.map((row) => [row['writtenAt'], row['diedAt']]), [[new Date(asOf).toISOString(), null], [new Date(asOf).toISOString(), new Date(asOf).toISOString()]]);
    assert.equal((await run(['lines'])).out.trimEnd().split('\n').length, 2);
  });

  it('lines writes many lines in blocks', async () => {
    const project = fakeProject({
      async *lines() {
        for (let line = 1; line <= 3000; line++) yield { ...record, line };
      },
    });
    const rows = (await run(['lines', '--json'], { project })).out.trimEnd().split('\n');
    assert.deepEqual(rows.map((row) => (JSON.parse(row) as { line: number }).line), Array.from({ length: 3000 }, (_, at) => at + 1));
  });

  it('explain takes a file or a line of it', async () => {
    const project = fakeProject();
    const { out } = await run(['explain', 'a.ts', '--json'], { project, folder: '/here' });
    assert.deepEqual(Object.keys(JSON.parse(out) as object), ['path', 'lines']);
    assert.deepEqual((JSON.parse((await run(['explain', 'a.ts:2', '--json'], { project, folder: '/here' })).out) as { lines: { line: number }[] }).lines.map((one) => one.line), [2]);
    await run(['explain', 'a.ts:2', '--repo', 'sub'], { project, folder: '/here' });
    assert.deepEqual(project.calls.filter((call) => /explain|story/.test(call)), ['explain /here/a.ts', 'explain /here/a.ts', 'story /here/sub/a.ts 2']);
    assert.deepEqual(fileAndLine('a:b.ts:12'), { file: 'a:b.ts', line: 12 });
    assert.deepEqual(fileAndLine('a:b.ts'), { file: 'a:b.ts', line: null });
  });

  it('look shows the same groups as the report, and is silent when there are none', async () => {
    const { causes } = JSON.parse((await run(['report', '--json'])).out) as { causes: { look: { sentence: string }[] } };
    assert.deepEqual(JSON.parse((await run(['look', '--json'])).out), causes.look);
    assert.match((await run(['look'])).out.replace(/\s+/g, ' '), /^- Claude's tests in `cmd\/` were rewritten 4 of 5 times, mostly by you within two days\./);
    const project = fakeProject({ reportFacts: async () => ({ ...madeUpFacts(), outcomes: [] }) });
    assert.deepEqual((await run(['look'], { project })).out, '');
    assert.deepEqual((await run(['look', '--json'], { project })).out, '[]\n');
  });

  it('sources shows every source, found or not, with its problems', async () => {
    const { out } = await run(['sources']);
    assert.match(out, /^Codex +silent /m);
    assert.match(out, /^Codex \(recorded, silent\)\n {2}! 3 of your 4 commits[^>]*\n {2}> Name another home folder/m);
    assert.match(out, /^Not found\n {2}Amp: If you use it/m);
    assert.match(out, /! 2 lines of one transcript are cut in the middle\./);
    const json = JSON.parse((await run(['sources', '--json'])).out) as { id: string; firstSeen: string | null }[];
    assert.deepEqual(json.map((source) => source.id), ['claude-code', 'git-ai', 'codex', 'amp']);
    assert.match(json[0]!.firstSeen ?? '', /^2025-11-05T/);
    for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
  });

  it('data show names the files and says what is not among it', async () => {
    const { out } = await run(['data', 'show']);
    assert.match(out, /Ledger: \/l\/ledger\.db \(123 kB, 2 repositories\)/);
    assert.match(out, /No source text, no prompt and no keystroke/);
  });

  it('data export writes one object a line', async () => {
    assert.equal((await run(['data', 'export', 'all.ndjson'], { folder })).out, `Written to ${join(folder, 'all.ndjson')}\n`);
    assert.equal(readFileSync(join(folder, 'all.ndjson'), 'utf8'), '{"a":1}\n{"b":2}\n');
    assert.equal((await run(['data', 'export', '-'])).out, '{"a":1}\n{"b":2}\n');
  });

  it('data erase asks on a terminal, and erases nothing without a yes', async () => {
    const project = fakeProject();
    const no = await run(['data', 'erase'], { project, terminal: true, answer: 'y' });
    assert.match(no.asked[0] ?? '', /2 repositories in \/l\/ledger\.db.*Type yes/);
    assert.match(no.out, /^Nothing was erased\./);
    const without = await run(['data', 'erase'], { project });
    assert.deepEqual([without.code, project.calls.includes('erase')], [1, false]);
    assert.match(without.err, /Add --yes/);
    assert.match((await run(['data', 'erase'], { project, terminal: true, answer: 'yes' })).out, /^Erased 8,000 rows about 2 repositories, and these files:\n {2}\/l\/ledger\.db\n {2}\/l\/key\n$/);
    const sure = await run(['data', 'erase', '--yes'], { project: fakeProject() });
    assert.deepEqual([sure.code, sure.asked.length], [0, 0]);
  });
});
