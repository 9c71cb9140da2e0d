import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

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

  /**
   * Starts a scan, and kills it so many milliseconds after it made its ledger: what comes before is only start-up.
   * @returns how long it lived from then on, and whether it was killed
   */
  async function scan(ledger: string, killAfter: number | null): Promise<{ readonly lived: number; readonly killed: boolean }> {
    const child = spawn(process.execPath, args(['scan'], ledger), { env: environment(), stdio: 'ignore' });
    let over = false;
    const ended = new Promise<{ at: number; signal: NodeJS.Signals | null; code: number | null }>((done) => {
      child.once('exit', (code, signal) => {
        over = true;
        done({ at: performance.now(), signal, code });
      });
    });
    while (!over && !existsSync(ledger)) await wait(2);
    const begun = performance.now();
    const timer = killAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    const { at, signal, code } = await ended;
    clearTimeout(timer);
    assert.ok(signal === 'SIGKILL' || code === 0, `the scan ended with ${code}`);
    return { lived: at - begun, killed: signal === 'SIGKILL' };
  }

  it(`leaves, after the next scan, the same ledger as an undisturbed one (${moments} moments)`, async () => {
    const undisturbed = newLedger('undisturbed', null);
    const { lived: length } = await scan(undisturbed, null);
    const wanted = run(['data', 'export', '-'], undisturbed);
    assert.ok(wanted.includes('"kind":"contribution"') && wanted.includes('"kind":"file map"'), 'nothing was scanned');

    const random = seededRandom(moments);
    for (let moment = 0; moment < moments; moment++) {
      // one moment in every part of the scan; earlier, should this one have ended before
      let after = ((moment + random.next()) / moments) * length;
      let ledger = newLedger(`killed-${moment}`, keyOf(undisturbed));
      for (let again = 1; !(await scan(ledger, after)).killed; again++) {
        after *= 0.8;
        ledger = newLedger(`killed-${moment}-${again}`, keyOf(undisturbed));
      }
      run(['scan'], ledger);
      const at = firstDifference(wanted, run(['data', 'export', '-'], ledger));
      assert.equal(at, null, `killed after ${after.toFixed(0)} of ${length.toFixed(0)} ms: ${at}`);
    }
  });
});

function keyOf(ledger: string): string {
  return ledger.replace(/sqlite$/, 'key');
}

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
