import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';

describe('exit codes', () => {
  afterEach(clearDesks);

  it('are 0 with nothing on stderr for every command that did its work', async () => {
    const desk = newDesk();
    desk.agentWrites('src/tide.ts', code(5), 1);
    desk.repo.commit('Add tide', { at: start + 10 * minute });
    const commands = [
      ['scan'], ['scan', '--json'], ['report'], ['report', '--json'], ['report', '--md'], ['report', '--html', '-'], ['report', '--since', 'all'], ['lines'], ['lines', '--json'],
      ['explain', 'src/tide.ts'], ['explain', 'src/tide.ts:2'], ['explain', 'src/tide.ts', '--json'], ['look'], ['look', '--json'], ['sources'], ['sources', '--json'],
      ['data', 'show'], ['data', 'export', '-'], ['data', 'erase', '--yes'],
    ];
    for (const args of commands) {
      const { code: exit, out, err } = await desk.run(args);
      assert.deepEqual([args.join(' '), exit, err], [args.join(' '), 0, '']);
      assert.ok(out !== '' || args[0] === 'look', args.join(' '));
    }
  });

  it('are 0 also before the first scan: there is little to tell then', async () => {
    const desk = newDesk();
    desk.repo.write('README.md', '# Tide\n');
    desk.repo.commit('Begin', { at: start });
    for (const args of [['report'], ['report', '--json'], ['report', '--html', '-'], ['report', '--md'], ['lines'], ['look'], ['sources'], ['explain', 'README.md'], ['explain', 'README.md:1']]) {
      const { code: exit, err } = await desk.run(args);
      assert.deepEqual([args.join(' '), exit, err], [args.join(' '), 0, '']);
    }
  });

  it('are 2 with one line for wrong usage, which touches nothing', async () => {
    const desk = newDesk();
    const wrong = [
      ['conquer'], ['scan', '--person', 'x'], ['scan', 'extra'], ['report', '--since', 'yesteryear'], ['report', '--json', '--md'], ['explain'], ['explain', 'a', 'b'], ['explain', 'a:0'],
      ['data'], ['data', 'sell'], ['data', 'export'], ['data', 'show', '--yes'], ['lines', '--author', 'x'], ['scan', '--as-of', 'soon'],
    ];
    for (const args of wrong) {
      const { code: exit, out, err } = await desk.run(args);
      assert.deepEqual([args.join(' '), exit, out], [args.join(' '), 2, '']);
      assert.match(err, /^ai-net-value: [^\n]+\n$/, args.join(' '));
    }
    assert.equal(existsSync(desk.ledger), false);
  });
});
