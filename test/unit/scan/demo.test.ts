import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { keyFileOf } from '../../../src/ledger/ledgerFiles.ts';
import { silentLogger } from '../../../src/model/logger.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { makeDemo } from '../../demo/makeDemo.ts';
import type { DemoProject } from '../../demo/makeDemo.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { clearDesks, deskOf, temporaryFolder } from './desk.ts';
import type { Desk } from './desk.ts';
import { historyInSteps } from './historyInSteps.ts';
import { foldersOf, textsOf } from './textsOf.ts';

describe('the demo project', function () {
  this.timeout(120_000);
  let demo: DemoProject;
  let desk: Desk;

  before(async () => {
    demo = await makeDemo({ dest: temporaryFolder(), seed: 2 });
    const configFile = join(demo.home, '.gitconfig');
    desk = deskOf({ folder: dirname(demo.repo), home: demo.home, configFile, repo: gitRepo(demo.repo, { open: true, configFile }) });
  });
  after(clearDesks);

  const now = (): string[] => ['--as-of', new Date(demo.now).toISOString()];

  it('leaves no line of text in the raw files of the ledger, while it is open and after', async () => {
    const project = await openProject({ repoDir: demo.repo, ledgerFile: desk.ledger, homes: [], asOf: demo.now, logger: silentLogger, progress: () => undefined }, desk.machine);
    await project.scan();
    const texts = textsOf(demo.home, desk.repo);
    const grep = (): { readonly names: string[]; readonly found: string[]; readonly raw: Buffer } => {
      const folder = dirname(desk.ledger);
      const files = readdirSync(folder);
      const raw = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
      // what is stored by its name may also have been said: paths, worktrees, branches, and parts of them
      const stored = [...foldersOf(demo.home), desk.repo.git(['ls-tree', '-r', '--name-only', 'refs/remotes/origin/main']), desk.repo.git(['for-each-ref', '--format=%(refname)']), ...files].join('\n');
      return { names: files.map((name) => basename(name)).toSorted(), found: [...texts].filter((text) => raw.includes(text) && !stored.includes(text)), raw };
    };
    const open = grep();
    assert.deepEqual(open.names, ['ledger.key', 'ledger.sqlite', 'ledger.sqlite-shm', 'ledger.sqlite-wal']);
    assert.deepEqual(open.found.slice(0, 10), []);
    await project[Symbol.asyncDispose]();
    const closed = grep();
    assert.deepEqual(closed.found.slice(0, 10), []);
    // the search itself works: paths and branches are there
    assert.ok(closed.raw.includes('src/waterings/rainDelay.ts') && closed.raw.includes('refs/remotes/origin/'));
    for (const text of ['ada@fernwater.example', 'Jonas Weir', 'jonas@fernwater.example']) assert.ok(texts.has(text) && !closed.raw.includes(text), text);
    assert.ok(texts.size > 3000, String(texts.size));
  });

  it('scanned a second time reads no log bytes and no commits', async () => {
    const { logs, commitsRead, contributions } = JSON.parse((await desk.run(['scan', '--json', ...now()])).out) as { logs: { bytesRead: number }; commitsRead: number; contributions: number };
    assert.deepEqual([logs.bytesRead, commitsRead], [0, 0]);
    assert.ok(contributions > 50);
  });

  it('gives the same export byte for byte from two cold scans with one key', async () => {
    const second = join(desk.folder, 'second', 'ledger.sqlite');
    cpSync(keyFileOf(desk.ledger), keyFileOf(second), { recursive: true });
    await desk.run(['scan', ...now()], { ledger: second });
    const exported = async (ledger: string): Promise<string[]> => (await desk.run(['data', 'export', '-'], { ledger })).out.split('\n');
    const [one, other] = [await exported(desk.ledger), await exported(second)];
    assert.ok(one.length > 200);
    // line by line first, for a message that can be read
    for (const [at, line] of one.entries()) assert.equal(other[at], line);
    assert.equal(other.length, one.length);
  });

  it('scanned after each of its last 30 commits ends with the lines of one cold scan', async () => {
    rmSync(dirname(desk.ledger), { recursive: true });
    const { desk: stepping, moments, goTo } = historyInSteps(demo);
    for (const at of moments.slice(-30)) {
      goTo(at);
      const { code, err } = await stepping.run(['scan', '--as-of', new Date(at).toISOString()]);
      assert.equal(code, 0, err);
    }
    goTo(demo.now);
    await stepping.run(['scan', ...now()]);
    const lines = async (ledger: string): Promise<string[]> => (await stepping.run(['lines', '--json', ...now()], { ledger })).out.split('\n').map(sameEverywhere);
    const stepwise = await lines(stepping.ledger);
    const cold = join(stepping.folder, 'cold.sqlite');
    await stepping.run(['scan', ...now()], { ledger: cold });
    assert.ok(stepwise.length > 1000);
    assert.deepEqual(stepwise, await lines(cold));
  });
});

/** Sessions of others are named by a fingerprint with each ledger's own key. */
function sameEverywhere(row: string): string {
  return row.includes('"mine":false') ? row.replace(/"contribution":"git-ai:([0-9a-f]{40}):[0-9a-f]+:/, '"contribution":"git-ai:$1:') : row;
}
