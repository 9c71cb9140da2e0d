import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

const cli = join(import.meta.dirname, '../../../src/cli.ts');

describe('scans at once', () => {
  afterEach(clearDesks);

  /** The command line as a process of its own. */
  async function spawned(desk: Desk, args: readonly string[], folder = desk.repo.dir): Promise<string> {
    const child = spawn(process.execPath, [cli, ...args, '--ledger', desk.ledger], { cwd: folder, env: desk.machine.env, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = ['', ''];
    for (const [at, stream] of [child.stdout, child.stderr].entries()) stream.setEncoding('utf8').on('data', (text: string) => (texts[at] += text));
    const exit = await new Promise((done) => child.once('close', done));
    assert.deepEqual([exit, texts[1]], [0, '']);
    return texts[0]!;
  }

  function usual(): Desk {
    const desk = newDesk();
    for (let at = 0; at < 6; at++) {
      desk.agentWrites(`src/part${at}.ts`, code(40, `part${at}`), at * 10 + 1, `session ${at}`);
      desk.repo.commit(`Add part ${at}`, { at: start + (at * 10 + 5) * minute });
    }
    return desk;
  }

  it('on one new ledger and one repository lose nothing and agree', async () => {
    const desk = usual();
    const summaries = (await Promise.all([1, 2, 3].map(() => spawned(desk, ['scan', '--json'])))).map((text) => JSON.parse(text) as { lines: object; contributions: number; logs: { bytesRead: number }; commitsRead: number });
    for (const { contributions, lines } of summaries) assert.deepEqual([contributions, lines], [6, summaries[0]!.lines]);
    // every byte and every commit was read by one of them
    assert.equal(summaries.filter(({ logs }) => logs.bytesRead > 0).length, 1);
    assert.equal(summaries.filter(({ commitsRead }) => commitsRead > 0).length, 1);
    const together = await desk.lines();
    assert.equal(together.filter(({ fate }) => fate === 'kept').length, 240);
    const alone = join(desk.folder, 'alone.sqlite');
    await desk.scan({ ledger: alone });
    assert.deepEqual(await desk.lines({ ledger: alone }), together);
  });

  it('of two repositories go into one ledger, each with its own lines', async () => {
    const desk = usual();
    const second = newDesk({ folder: desk.folder, repoName: 'moor' });
    second.agentWrites('src/part0.ts', code(7, 'part0'), 3, 'moor session');
    second.repo.commit('Add moor', { at: start + 9 * minute });
    await Promise.all([spawned(desk, ['scan']), spawned(desk, ['scan'], second.repo.dir)]);
    assert.deepEqual([(await desk.lines()).length, (await second.lines()).length], [240, 7]);
    assert.match((await desk.run(['data', 'show'])).out, /2 repositories/);
    const [first, other] = [await desk.scan(), await second.scan()];
    assert.deepEqual([first.logs.bytesRead, first.commitsRead, other.logs.bytesRead, other.commitsRead], [0, 0, 0, 0]);
    assert.ok(other.counts.elsewhere >= 0 && first.contributions === 6 && other.contributions === 1);
  });
});
