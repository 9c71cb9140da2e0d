import assert from 'node:assert/strict';
import { HumanError } from '../../../src/model/humanError.ts';
import { registry } from '../../../src/cli/registry.ts';
import { fakeProject, run } from './fakes.ts';

describe('runCli', () => {
  it('exits with 2 and one line for wrong usage', async () => {
    const wrong = [
      [], ['frobnicate'], ['report', '--nonsense'], ['report', '--html'], ['report', '--json', '--md'], ['scan', 'extra'], ['explain'], ['data'], ['data', 'burn'], ['data', 'export'],
      ['data', 'show', '--yes'], ['scan', '--as-of', 'tomorrow'], ['--json', 'scan'], ['constructor'], ['explain', 'a.ts:0'], ['scan', '--repo'],
    ];
    for (const args of wrong) {
      const { code, out, err } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /^ai-net-value: [^\n]+ See ai-net-value --help\.\n$/, args.join(' '));
    }
  });

  it('exits with 1 and one line for what a person can mend', async () => {
    const { code, err } = await run(['scan'], {
      open: async () => {
        throw new HumanError('This folder is no git repository.\nRun it in one, or name one with --repo.');
      },
    });
    assert.deepEqual([code, err], [1, 'ai-net-value: This folder is no git repository. Run it in one, or name one with --repo.\n']);
    assert.equal((await run(['report', '--since', 'long ago'])).code, 2);
  });

  it('says so when the fault is its own, with the stack only when asked', async () => {
    const project = (): ReturnType<typeof fakeProject> => fakeProject({ sources: () => Promise.reject(new RangeError('off by one')) });
    const brief = await run(['sources'], { project: project() });
    assert.deepEqual([brief.code, brief.err.trimEnd().split('\n').length], [1, 1]);
    assert.match(brief.err, /unexpected.*off by one.*--verbose/);
    assert.match((await run(['sources', '--verbose'], { project: project() })).err, /RangeError: off by one\n\s+at /);
  });

  it('closes what it opened, also after a failure, and opens only once', async () => {
    for (const fields of [{}, { sources: () => Promise.reject(new Error('no')) }]) {
      const project = fakeProject(fields);
      const { opened } = await run(['sources'], { project });
      assert.equal(opened.length, 1);
      assert.equal(project.calls.filter((call) => call === 'close').length, 1);
    }
  });

  it('passes the common options on, with absolute paths', async () => {
    const { opened } = await run(['scan', '--repo', 'sub dir', '--ledger', '../l.db', '--home', 'h1', '--home', '/h2', '--as-of', '2026-01-31'], { folder: '/base/dir' });
    const { repoDir, ledgerFile, homes, asOf } = opened[0]!;
    assert.deepEqual({ repoDir, ledgerFile, homes, asOf }, { repoDir: '/base/dir/sub dir', ledgerFile: '/base/l.db', homes: ['/base/dir/h1', '/h2'], asOf: Date.UTC(2026, 0, 31) });
    const plain = (await run(['scan'], { folder: '/base/dir' })).opened[0]!;
    assert.deepEqual([plain.repoDir, plain.ledgerFile, plain.homes], ['/base/dir', null, []]);
  });

  it('tells help and version without opening anything', async () => {
    for (const args of [['--help'], ['-h'], ['help'], ...Object.keys(registry).map((name) => [name, '--help'])]) {
      const { code, out, opened } = await run(args);
      assert.equal(code, 0);
      assert.match(out, /^Usage: ai-net-value /);
      assert.equal(opened.length, 0);
      for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
    }
    assert.deepEqual((await run(['--version'])).out, '1.2.3\n');
    assert.deepEqual((await run(['scan', '--version'])).out, '1.2.3\n');
  });

  it('shows progress on a terminal only, and takes it away again', async () => {
    const open = (terminal: boolean) => run(['sources'], {
      terminal,
      open: async ({ progress }) => {
        progress({ name: 'Reading agent logs', done: 1, total: 4 });
        return fakeProject();
      },
    });
    assert.equal((await open(false)).err, '');
    const { err, out } = await open(true);
    assert.ok(err.startsWith('\r\u001b[KReading agent logs 25%'));
    assert.ok(err.endsWith('\r\u001b[K'));
    assert.doesNotMatch(out, /Reading agent logs/);
  });

  it('stopped by the person it exits with 130', async () => {
    const stop = new AbortController();
    const project = fakeProject({
      scan: (signal) => {
        stop.abort();
        return Promise.reject(signal?.reason as Error);
      },
    });
    const { code, err } = await run(['scan'], { project, signal: stop.signal });
    assert.deepEqual([code, err.split('\n').length], [130, 2]);
  });
});
