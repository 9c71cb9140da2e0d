import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { runGit, spawnGit, streamGit } from '../../../src/git/process.ts';
import { askGit } from '../../../src/git/singleFact.ts';
import { GitError } from '../../../src/git/gitErrors.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

describe('git processes', () => {
  const folder = scratch();
  after(folder.remove);
  /** A stand-in for git that runs a shell script. */
  const stub = (name: string, script: string): string => {
    writeFileSync(folder.path(name), `#!/bin/sh\n${script}\n`);
    chmodSync(folder.path(name), 0o755);
    return folder.path(name);
  };

  before(() => {
    const repo = gitRepo(folder.path('repo'));
    repo.write('a.txt', 'x\n');
    repo.commit('first');
  });

  it('hands on no variable that could point git elsewhere or make it run something', async () => {
    const program = stub('environment', 'env');
    const env = { ...process.env, GIT_DIR: '/elsewhere', GIT_WORK_TREE: '/x', GIT_EXTERNAL_DIFF: 'x', GIT_ASKPASS: 'x', GIT_SSH_COMMAND: 'x', GIT_TRACE: '1', GIT_CONFIG_COUNT: '1', LC_ALL: 'de_DE', GIT_CONFIG_GLOBAL: '/settings', PAGER: 'x', LD_PRELOAD_X: 'x' };
    const seen = new Map((await runGit({ directory: folder.path(), env, program }, [])).toString().trim().split('\n').map((line) => line.split('=') as [string, string]));
    const git = [...seen].filter(([name]) => name.startsWith('GIT_') || name === 'LC_ALL');
    assert.deepEqual(Object.fromEntries(git), { GIT_ATTR_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/settings', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' });
    assert.equal(seen.get('PATH'), process.env['PATH']);
    assert.ok(!seen.has('PAGER') && !seen.has('LD_PRELOAD_X'));
  });

  it('asks single facts in the same environment, whatever is set around it', async () => {
    const { env } = contextOf(folder.path('repo'));
    const context = { directory: folder.path('repo'), env: { ...env, GIT_DIR: '/elsewhere', GIT_ASKPASS: 'x', EDITOR: 'x', GIT_CONFIG_GLOBAL: folder.path('person') } };
    writeFileSync(folder.path('person'), '[user]\n\temail = someone@fernwater.example\n');
    assert.equal(await askGit(context, ['config', '--get', 'user.email']), 'someone@fernwater.example\n');
    await assert.rejects(askGit(context, ['rev-parse', '--verify', 'nonsense']), GitError);
  });

  it('feeds any amount of input while reading as much output', async () => {
    const lines = function* (): Generator<string> {
      for (let index = 0; index < 300_000; index++) yield `number ${index}\n`;
    };
    let bytes = 0;
    for await (const chunk of streamGit({ directory: folder.path(), env: process.env, program: stub('echo', 'exec cat') }, [], { input: lines() })) bytes += chunk.length;
    assert.equal(bytes, [...lines()].reduce((sum, line) => sum + line.length, 0));
  });

  it('tells by exit code and message why git failed, also when it read no input', async () => {
    const context = { directory: folder.path(), env: process.env };
    const failing = { ...context, program: stub('failing', 'echo out; echo broken >&2; exit 3') };
    assert.deepEqual(await spawnGit(failing, []).done, { exitCode: 3, stderr: 'broken\n' });
    await assert.rejects(runGit(failing, ['some', 'command'], { input: Array.from({ length: 50_000 }, () => 'unread input\n') }), (error) => GitError.is(error) && error.exitCode === 3 && /git some command ended with 3: broken/.test(error.message));
    const owned = { ...context, program: stub('owned', "echo \"fatal: detected dubious ownership in repository at '/x'\" >&2; exit 128") };
    await assert.rejects(runGit(owned, []), (error) => HumanError.is(error) && error.message.includes('safe.directory'));
  });

  it('passes on a failure of the input', async () => {
    const broken = function* (): Generator<string> {
      yield 'one\n';
      throw new Error('no more input');
    };
    await assert.rejects(runGit({ directory: folder.path(), env: process.env, program: stub('reading', 'exec cat') }, [], { input: broken() }), /no more input/);
  });

  it('ends git when the reader stops', async () => {
    const program = stub('endless', 'trap "exit 0" TERM; while true; do echo more; done');
    const { stdout, done, stop } = spawnGit({ directory: folder.path(), env: process.env, program }, []);
    for await (const chunk of stdout) {
      assert.ok(chunk.length > 0);
      break;
    }
    stop();
    assert.equal(typeof (await done).exitCode, 'number');
  });
});
