import assert from 'node:assert/strict';
import { join } from 'node:path';
import { minute } from '../../../src/model/time.ts';
import { commonOptions } from '../../../src/cli/commonOptions.ts';
import { registry } from '../../../src/cli/registry.ts';
import type { Person } from '../../fixtures/gitRepo.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk, Ran } from './desk.ts';

const other: Person = { name: 'Wilhelmina Quist', email: 'wq@elsewhere.example' };
const otherSession = '5e551017-aaaa-4bbb-8ccc-0123456789ab';
const otherModel = 'moonbeam-9-ultra';
const mySession = '3d1e0000-aaaa-4bbb-8ccc-0123456789ab';

/*
 * Two people, one repository, git-ai notes of both. What may be said of the other: the repository's total of
 * attested lines. `lines --json` keeps rows with `mine: false`, as its published form has that field: each says
 * of a line in git which tool a note in git names, which is the repository's own content, readable by anyone
 * with `git notes`; without them that the totals are right could not be checked. They hold no author, and nothing
 * that tells how someone works: no session, no model, and no time but that of a public commit.
 */
describe('figures of another person', () => {
  let desk: Desk;
  let everything: { readonly args: readonly string[]; readonly ran: Ran }[];

  function note(commit: string, path: string, lines: string, session: string, model: string, person: Person): void {
    const metadata = { schema_version: 'authorship/3.0.0', git_ai_version: '1.3.5', base_commit_sha: commit, prompts: {}, sessions: { s_0a1b2c3d4e5f6a: { agent_id: { tool: 'cursor', id: session, model }, human_author: `${person.name} <${person.email}>` } }, humans: {} };
    desk.repo.git(['notes', '--ref=ai', 'add', '-m', `${path}\n  s_0a1b2c3d4e5f6a::t_0a1b2c3d4e5f6b ${lines}\n---\n${JSON.stringify(metadata)}`, commit], { who: person, at: start + 200 * minute });
  }

  before(async function () {
    this.timeout(60_000);
    desk = newDesk();
    desk.agentWrites('src/mine.ts', code(5, 'mine'), 1);
    desk.repo.commit('Add mine', { at: start + 10 * minute });
    desk.repo.write('src/also.ts', code(3, 'also'));
    note(desk.repo.commit('Add also', { at: start + 20 * minute }), 'src/also.ts', '1-3', mySession, 'composer-1', { name: 'Ada Brook', email: 'ada@fernwater.example' });
    desk.repo.write('src/theirs.ts', code(11, 'theirs'));
    note(desk.repo.commit('Add theirs', { at: start + 30 * minute, who: other }), 'src/theirs.ts', '1-11', otherSession, otherModel, other);
    desk.repo.write('src/theirs.ts', code(7, 'theirs'));
    desk.repo.commit('Shorten it\n\nCo-Authored-By: Cursor <cursoragent@cursor.com>', { at: start + 40 * minute, who: other });
    await desk.scan();

    const file = join(desk.folder, 'out.ndjson');
    everything = [];
    for (const args of [
      ['--help'], ['help'], ['scan'], ['scan', '--json'], ['scan', '--verbose'], ['report', '--since', 'all'], ['report', '--since', 'all', '--json'], ['report', '--since', 'all', '--md'],
      ['report', '--since', 'all', '--html', '-'], ['lines'], ['lines', '--json'], ['explain', 'src/theirs.ts'], ['explain', 'src/theirs.ts', '--json'], ['explain', 'src/theirs.ts:2'],
      ['explain', 'src/theirs.ts:2', '--json'], ['explain', 'src/mine.ts:2'], ['look'], ['look', '--json'], ['sources'], ['sources', '--json'], ['data', 'show'], ['data', 'show', '--json'],
      ['data', 'export', '-'], ['data', 'export', file], ...Object.keys(registry).map((name) => [name, '--help']),
    ]) everything.push({ args, ran: await desk.run(args) });
  });
  after(clearDesks);

  it('are printed by no command: neither name nor address, session nor model', () => {
    for (const { args, ran } of everything) {
      assert.equal(ran.code, 0, `${args.join(' ')}: ${ran.err}`);
      for (const secret of [other.name, other.email, 'Quist', 'wq@', otherSession, otherModel, 'human_author']) {
        assert.ok(!`${ran.out}${ran.err}`.includes(secret), `${args.join(' ')} prints ${secret}`);
      }
    }
    // the search itself works: my own session is in my own export
    assert.ok(everything.some(({ ran }) => ran.out.includes(mySession)));
  });

  it('can be asked for by no option: a new one has to pass by here', async () => {
    const options: Record<string, string[]> = { common: Object.keys(commonOptions).toSorted() };
    for (const [name, { load }] of Object.entries(registry)) options[name] = Object.keys((await load()).options).toSorted();
    assert.deepEqual(options, {
      common: ['as-of', 'help', 'home', 'json', 'ledger', 'repo', 'verbose', 'version'],
      scan: [], report: ['assume', 'assumptions', 'html', 'md', 'since'], lines: [], explain: [], look: [], sources: [], felt: ['fixing', 'saved', 'skip'], pace: ['clear'], coin: [], data: ['yes'],
    });
    for (const asked of ['--author', '--person', '--user', '--email', '--who', '--mine']) assert.equal((await desk.run(['report', asked, other.email])).code, 2);
  });

  it('stand in the report as one total for the repository, and in none of its other figures', async () => {
    const { ran } = everything.find(({ args }) => args.join(' ') === 'report --since all --json')!;
    const report = JSON.parse(ran.out) as { coverage: { lines: number; others: { lines: number; alive: number; dead: number } } };
    assert.deepEqual([report.coverage.lines, report.coverage.others.lines, report.coverage.others.alive, report.coverage.others.dead], [8, 11, 7, 4]);
    const { lines } = await desk.scan();
    assert.deepEqual([lines.written, lines.committed], [8, 8]);
    assert.ok(everything.filter(({ args }) => args[0] === 'look').every(({ ran: { out } }) => !out.includes('theirs')));
  });

  it('are rows of `lines` without anything about who or how', async () => {
    const theirs = (await desk.lines()).filter(({ mine }) => !mine);
    assert.equal(theirs.length, 11);
    const [first] = theirs;
    assert.deepEqual([first!.path, first!.tool], ['src/theirs.ts', 'cursor']);
    assert.deepEqual(Object.keys(first!), ['path', 'line', 'commit', 'contribution', 'tool', 'grade', 'mine', 'writtenAt', 'stage', 'fate', 'cause', 'retained', 'diedAt', 'diedCommit', 'pathNow', 'lineNow']);
  });

  it('are not stored: the same ledger read by hand has neither their sessions nor their models', async () => {
    const { ran } = everything.find(({ args }) => args.join(' ') === 'data export -')!;
    const theirs = ran.out.split('\n').filter((line) => line.includes('"mine":false') && line.includes('"kind":"contribution"')).map((line) => JSON.parse(line) as { model: string | null; session: string });
    assert.equal(theirs.length, 1);
    assert.equal(theirs[0]!.model, null);
    assert.match(theirs[0]!.session, /^[0-9a-f]{6,13}$/);
  });
});
