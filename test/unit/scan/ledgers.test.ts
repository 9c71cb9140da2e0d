import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { minute } from '../../../src/model/time.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { silentLogger } from '../../../src/model/logger.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

describe('a ledger', () => {
  afterEach(clearDesks);

  function usual(): Desk {
    const desk = newDesk();
    desk.agentWrites('src/tide.ts', code(5), 1);
    desk.repo.commit('Add tide', { at: start + 10 * minute });
    return desk;
  }

  /** One line on stderr with the remedy, exit code 1, nothing on the output. */
  async function refused(desk: Desk, command: string, ledger: string, remedy: RegExp): Promise<void> {
    const { code: exit, out, err } = await desk.run([command], { ledger });
    assert.deepEqual([command, exit, out], [command, 1, ''], err);
    assert.match(err, /^ai-net-value: [^\n]+\n$/);
    assert.match(err, remedy);
  }

  for (const [how, damage] of [
    ['is no database', (file: string) => writeFileSync(file, 'not a database, but a diary\n'.repeat(500))],
    ['is full of zeros in the middle', (file: string) => writeFileSync(file, readFileSync(file).fill(0, 4096, 40_000))],
    ['was cut short', (file: string) => truncateSync(file, 8192)],
  ] as const) {
    it(`that ${how} is set aside, rebuilt to the same lines, and the scan says so`, async () => {
      const desk = usual();
      await desk.scan();
      const before = await desk.lines();
      damage(desk.ledger);
      const broken = readFileSync(desk.ledger);
      const summary = await desk.scan();
      assert.match(summary.notes.join(' '), /The ledger could not be used: .* It was set aside as ledger\.corrupt-\d{8}T\d{6}Z\.sqlite, and a new one is being filled from logs and git\./);
      const aside = readdirSync(dirname(desk.ledger)).find((name) => name.includes('.corrupt-') && name.endsWith('.sqlite'))!;
      assert.deepEqual(readFileSync(join(dirname(desk.ledger), aside)), broken);
      assert.deepEqual(await desk.lines(), before);
      assert.deepEqual((await desk.scan()).notes.filter((note) => note.includes('set aside')), []);
    });
  }

  it('of a newer version is refused by every command and stays as it is, byte for byte', async () => {
    const desk = usual();
    await desk.scan();
    const database = new DatabaseSync(desk.ledger);
    database.exec('PRAGMA user_version = 4711; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const files = (): string[] => readdirSync(dirname(desk.ledger)).toSorted().map((name) => `${name} ${createHash('sha256').update(readFileSync(join(dirname(desk.ledger), name))).digest('hex')}`);
    const before = files();
    for (const command of ['scan', 'report', 'lines', 'look', 'sources']) await refused(desk, command, desk.ledger, /newer AI Net Value .* It was left as it is: update AI Net Value, or choose another place with --ledger FILE\./);
    for (const args of [['data', 'show'], ['data', 'export', '-'], ['data', 'erase', '--yes'], ['explain', 'src/tide.ts']]) {
      const { code: exit, err } = await desk.run(args);
      assert.equal(exit, 1, args.join(' '));
      assert.match(err, /^ai-net-value: [^\n]*newer AI Net Value [^\n]*\n$/);
    }
    assert.deepEqual(files(), before);
  });

  it('that is another program\'s file is refused and left as it is', async () => {
    const desk = usual();
    const file = join(desk.folder, 'holiday.txt');
    writeFileSync(file, 'Packing list\n');
    await refused(desk, 'scan', file, /is not a ledger of AI Net Value\. It was left as it is: name another file with --ledger FILE\./);
    const { code: exit } = await desk.run(['data', 'erase', '--yes'], { ledger: file });
    assert.deepEqual([exit, readFileSync(file, 'utf8')], [1, 'Packing list\n']);
  });

  it('in a place that can not be written is refused in one line with the remedy', async () => {
    const desk = usual();
    const file = join(desk.folder, 'file');
    writeFileSync(file, '');
    await refused(desk, 'scan', join(file, 'ledger.sqlite'), /Choose another place .*--ledger FILE/);
    await refused(desk, 'scan', join(file, 'below', 'ledger.sqlite'), /Choose another place .*--ledger FILE/);
    mkdirSync(join(desk.folder, 'folder.sqlite'));
    await refused(desk, 'scan', join(desk.folder, 'folder.sqlite'), /is a folder\. Name a file with --ledger FILE\./);
  });

  it('on a disk that nobody can write to is refused, and the user\'s own is not touched', async function () {
    if (process.platform !== 'linux') return this.skip();
    const desk = usual();
    await desk.scan();
    const before = readFileSync(desk.ledger);
    await refused(desk, 'scan', '/proc/ainv/ledger.sqlite', /^ai-net-value: .*--ledger FILE/);
    await refused(desk, 'scan', '/sys/ledger.sqlite', /^ai-net-value: .*--ledger FILE/);
    assert.deepEqual(readFileSync(desk.ledger), before);
  });

  it('export to a full disk fails in one line, and loses nothing', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    const desk = usual();
    await desk.scan();
    const before = await desk.lines();
    for (const args of [['data', 'export', '/dev/full'], ['report', '--html', '/dev/full']]) {
      const { code: exit, out, err } = await desk.run(args);
      assert.deepEqual([exit, out], [1, '']);
      assert.match(err, /^ai-net-value: \/dev\/full could not be written: the disk is full; make room, or name a file on another one\.\n$/);
    }
    assert.deepEqual(await desk.lines(), before);
  });

  it('that runs out of room in the middle of a scan keeps what it held, and the next scan goes on', async function () {
    if (process.platform === 'win32') return this.skip();
    const desk = usual();
    await desk.scan();
    const before = await desk.lines();
    desk.agentWrites('src/more.ts', code(900, 'more'), 20);
    desk.repo.commit('Add more', { at: start + 30 * minute });
    // a limit on the size of files stands for the full disk
    const limited = 'trap "" XFSZ; ulimit -f 64; exec "$@"';
    const cli = join(import.meta.dirname, '../../../src/cli.ts');
    const ran = spawnSync('bash', ['-c', limited, 'bash', process.execPath, cli, 'scan', '--ledger', desk.ledger], { cwd: desk.repo.dir, env: desk.machine.env, encoding: 'utf8' });
    assert.deepEqual([ran.status, ran.stdout], [1, ''], ran.stderr);
    assert.match(ran.stderr, /^ai-net-value: Reading or writing the ledger .* failed on the disk\. Check the disk, or choose another place with --ledger FILE\.\n$/);
    assert.deepEqual((await desk.lines()).filter(({ path }) => path === 'src/tide.ts'), before);
    const { contributions, lines } = await desk.scan();
    assert.deepEqual([contributions, lines.committed], [2, 905]);
  });

  it('whose scan was stopped after the logs were read finds their lines in older commits the next time', async () => {
    const desk = usual();
    await desk.scan();
    // written before the last commit that was followed, but the log comes to light only now
    desk.repo.write('src/late.ts', code(4, 'late'));
    desk.repo.commit('Add late', { at: start + 40 * minute });
    await desk.scan();
    desk.agentWrites('src/late.ts', code(4, 'late'), 30, 'second');
    const stop = new AbortController();
    const project = await openProject(
      { repoDir: desk.repo.dir, ledgerFile: desk.ledger, homes: [], asOf: Date.now(), logger: silentLogger, progress: ({ name }) => name === 'Reading agent logs' && stop.abort(new Error('stopped')) },
      desk.machine,
    );
    await assert.rejects(project.scan(stop.signal));
    await project[Symbol.asyncDispose]();
    const summary = await desk.scan();
    assert.deepEqual([summary.contributions, summary.lines.committed, summary.lines.pending], [2, 9, 0]);
  });
});
