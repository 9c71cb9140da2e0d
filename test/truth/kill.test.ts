import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type DemoProject, makeDemo } from '../demo/makeDemo.ts';
import { gitEnvironment } from '../fixtures/gitRepo.ts';
import { seededRandom } from '../fixtures/random.ts';

/*
 * KILL_MOMENTS=20 npm test     how many scans are killed; 3 by default
 */
const moments = Number(process.env['KILL_MOMENTS'] ?? 3);
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

describe('a scan that is killed', function () {
  this.timeout(0);
  let root = '';
  let demo: DemoProject;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'killed-'));
    demo = await makeDemo({ dest: join(root, 'demo') });
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  const args = (command: readonly string[], ledger: string): string[] => [
    '--disable-warning=ExperimentalWarning', cli, ...command, '--repo', demo.repo, '--home', demo.home, '--ledger', ledger, '--as-of', new Date(demo.now).toISOString(),
  ];
  const environment = (): NodeJS.ProcessEnv => ({ ...gitEnvironment(join(demo.home, '.gitconfig')), HOME: root, XDG_STATE_HOME: root });

  function run(command: readonly string[], ledger: string): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, args(command, ledger), { env: environment(), encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(status, 0, stderr);
    return stdout;
  }

  /** Fingerprints are comparable only under one key. */
  function newLedger(name: string, key: string | null): string {
    const folder = join(root, name);
    mkdirSync(folder);
    if (key !== null) copyFileSync(key, join(folder, 'ledger.key'));
    return join(folder, 'ledger.sqlite');
  }

  async function scanAndKill(ledger: string, after: number): Promise<NodeJS.Signals | null> {
    const child = spawn(process.execPath, args(['scan'], ledger), { env: environment(), stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_code, signal) => done(signal)));
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    const signal = await ended;
    clearTimeout(timer);
    return signal;
  }

  it(`leaves, after the next scan, the same ledger as an undisturbed one (${moments} moments)`, async () => {
    const undisturbed = newLedger('undisturbed', null);
    const start = performance.now();
    run(['scan'], undisturbed);
    const length = performance.now() - start;
    const wanted = run(['data', 'export', '-'], undisturbed);
    assert.ok(wanted.includes('"kind":"contribution"') && wanted.includes('"kind":"file map"'), 'nothing was scanned');

    const random = seededRandom(moments);
    let killed = 0;
    for (let moment = 0; moment < moments; moment++) {
      const ledger = newLedger(`killed-${moment}`, join(root, 'undisturbed', 'ledger.key'));
      // one moment in every part of the scan
      const after = ((moment + random.next()) / moments) * length;
      if ((await scanAndKill(ledger, after)) === 'SIGKILL') killed++;
      run(['scan'], ledger);
      const found = run(['data', 'export', '-'], ledger);
      const at = firstDifference(wanted, found);
      assert.equal(at, null, `killed after ${after.toFixed(0)} of ${length.toFixed(0)} ms: ${at}`);
    }
    assert.ok(killed > 0, 'every scan had ended before it could be killed');
  });
});

/** The first line that differs, shortened around the place where it does. */
function firstDifference(wanted: string, found: string): string | null {
  if (wanted === found) return null;
  const [left, right] = [wanted.split('\n'), found.split('\n')];
  const line = left.findIndex((text, at) => text !== right[at]);
  const [one = '', other = ''] = [left[line], right[line]];
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  const part = (text: string): string => text.slice(Math.max(0, from - 60), from + 60);
  return `line ${line + 1}: ${one.slice(0, 60)} … wanted ${part(one)}, found ${part(other)}`;
}
