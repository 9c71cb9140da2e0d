import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start, temporaryFolder } from './desk.ts';
import type { Desk } from './desk.ts';

describe('a scan of logs', () => {
  afterEach(clearDesks);

  /** A repository with one commit of what the agent wrote: five effective lines. */
  function committed(): Desk & { readonly log: string } {
    const desk = newDesk();
    const log = desk.agentWrites('src/tide.ts', code(5), 1);
    desk.repo.commit('Add tide', { at: start + 10 * minute });
    return { ...desk, log };
  }

  it('cut in the middle of a line reads that line once, when it is complete', async () => {
    const desk = committed();
    const whole = readFileSync(desk.log, 'utf8');
    const cut = whole.length - 40;
    writeFileSync(desk.log, whole.slice(0, cut));
    const first = await desk.scan();
    assert.deepEqual([first.contributions, first.counts.unreadable], [0, 0]);
    appendFileSync(desk.log, whole.slice(cut));
    const second = await desk.scan();
    assert.deepEqual([second.contributions, second.counts.accepted, second.counts.unreadable, second.lines.committed], [1, 1, 0, 5]);
    const third = await desk.scan();
    assert.deepEqual([third.contributions, third.logs.bytesRead, third.lines.written], [1, 0, 5]);
  });

  it('with a line of 60 MB reads what stands before and behind it, and counts it', async () => {
    const desk = committed();
    appendFileSync(desk.log, `{"type":"user","message":"${'x'.repeat(60 * 1024 * 1024)}"}\n`);
    const before = readFileSync(desk.log);
    desk.session('second').write(start + 2 * minute, join(desk.repo.dir, 'src/more.ts'), null, code(3, 'more'));
    appendFileSync(desk.log, desk.session('second').lines().map((line) => `${line}\n`).join(''));
    const summary = await desk.scan();
    assert.deepEqual([summary.contributions, summary.counts.unreadable], [2, 1]);
    assert.ok(summary.logs.bytesRead > before.length);
  });

  it('with binary rubbish, unknown record types and invalid UTF-8 reads all the rest, counts them, and says so', async () => {
    const desk = committed();
    appendFileSync(desk.log, Buffer.from([0, 1, 2, 250, 251, 252, 10, 123, 10]));
    appendFileSync(desk.log, '{"type":"hologram","uuid":"1","payload":[1]}\n'.repeat(20));
    appendFileSync(desk.log, Buffer.concat([Buffer.from('{"type":"user","message":"'), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('"}\n')]));
    desk.session('second').write(start + 2 * minute, join(desk.repo.dir, 'src/more.ts'), null, code(3, 'more'));
    appendFileSync(desk.log, desk.session('second').lines().map((line) => `${line}\n`).join(''));
    const summary = await desk.scan();
    assert.deepEqual([summary.contributions, summary.counts.unknownRecords], [2, 20]);
    assert.ok(summary.counts.unreadable >= 2, String(summary.counts.unreadable));
    const sources = JSON.parse((await desk.run(['sources', '--json'])).out) as { id: string; state: string; problems: string[]; remedy: string | null }[];
    const { state, problems: all, remedy } = sources.find((source) => source.id === 'claude-code')!;
    const problems = all.join(' ');
    assert.equal(state, 'changed');
    assert.match(problems, /unknown kind: the log format may have changed/);
    assert.match(remedy ?? '', /Look for a newer version/);
    assert.match(problems, /could not be read and were left out/);
  });

  it('of nothing but rubbish, and of empty files, ends well and holds nothing', async () => {
    const desk = committed();
    writeFileSync(desk.log, Buffer.alloc(3000, 0x80));
    writeFileSync(desk.log.replace('.jsonl', 'x.jsonl'), '');
    const summary = await desk.scan();
    assert.deepEqual([summary.contributions, summary.logs.files], [0, 2]);
  });

  it('that shrank reads it again from the start and counts nothing twice', async () => {
    const desk = committed();
    desk.agentWrites('src/more.ts', code(4, 'more'), 2);
    await desk.scan();
    const lines = readFileSync(desk.log, 'utf8').split('\n');
    writeFileSync(desk.log, `${lines.slice(0, 2).join('\n')}\n`);
    const after = await desk.scan();
    assert.deepEqual([after.contributions, after.lines.written, after.logs.bytesRead], [2, 9, statSync(desk.log).size]);
    assert.equal((await desk.lines()).length, 9);
  });

  it('that was rewritten with another beginning reads it again and keeps what it knew', async () => {
    const desk = committed();
    await desk.scan();
    desk.session('other').write(start + 3 * minute, join(desk.repo.dir, 'src/other.ts'), null, code(2, 'other'));
    writeFileSync(desk.log, desk.session('other').lines().map((line) => `${line}\n`).join('').padEnd(statSync(desk.log).size + 50, '\n'));
    const after = await desk.scan();
    assert.deepEqual([after.contributions, after.lines.written], [2, 7]);
  });

  it('that are gone keeps what was read of them', async () => {
    const desk = committed();
    await desk.scan();
    const before = await desk.lines();
    writeFileSync(desk.log, '');
    await desk.scan();
    assert.deepEqual(await desk.lines(), before);
  });

  it('reads an appended record alone, to the byte', async () => {
    const desk = committed();
    await desk.scan();
    const size = statSync(desk.log).size;
    desk.agentWrites('src/more.ts', code(4, 'more'), 2);
    const appended = statSync(desk.log).size - size;
    const after = await desk.scan();
    assert.deepEqual([after.logs.bytesRead, after.counts.accepted, after.counts.duplicates], [appended, 1, 0]);
  });

  it('right after a scan reads no log bytes and no commits, and changes nothing', async () => {
    const desk = committed();
    const first = await desk.scan();
    assert.ok(first.logs.bytesRead > 0 && first.commitsRead > 0);
    const before = await desk.run(['data', 'export', '-']);
    const second = await desk.scan();
    assert.deepEqual([second.logs.bytesRead, second.commitsRead], [0, 0]);
    assert.deepEqual(second.lines, first.lines);
    assert.deepEqual(await desk.run(['data', 'export', '-']), before);
    assert.match((await desk.run(['scan'])).out, /nothing new\. No log bytes and no commits were read\./);
  });

  describe('of someone else', () => {
    const stranger = { uid: 54_321 };

    it('refuses a home that belongs to another user, in one line with the remedy', async () => {
      const desk = committed();
      const home = temporaryFolder();
      const ran = await desk.run(['scan', '--home', home], { machine: stranger });
      assert.equal(ran.code, 1);
      assert.match(ran.err, /^ai-net-value: .* belongs to another user .*only your own agent logs are read\. .*run this as the user it belongs to\.\n$/);
      assert.equal(ran.out, '');
    });

    it('refuses such a home for every command that opens a project', async () => {
      const desk = committed();
      for (const command of ['report', 'lines', 'look', 'sources']) {
        assert.deepEqual([command, (await desk.run([command, '--home', desk.home], { machine: { ...stranger, home: temporaryFolder() } })).code], [command, 1]);
      }
    });

    it('leaves single files of another user unread, and says so once', async () => {
      const desk = committed();
      desk.agentWrites('src/more.ts', code(4, 'more'), 2, 'second');
      const summary = await desk.scan({ machine: stranger });
      assert.deepEqual([summary.contributions, summary.logs.bytesRead], [0, 0]);
      const told = summary.notes.filter((note) => note.includes('another user'));
      assert.equal(told.length, 1);
      assert.match(told[0]!, /and 1 other log belongs to another user and were not read\. If they are yours, change their owner\./);
    });

    it('says in one line that a home is missing, or is no folder', async () => {
      const desk = committed();
      const missing = await desk.run(['scan', '--home', join(desk.folder, 'nowhere')]);
      assert.deepEqual([missing.code, missing.err], [1, `ai-net-value: There is no folder ${join(desk.folder, 'nowhere')}. Give --home an existing home folder with agent logs.\n`]);
      const file = await desk.run(['scan', '--home', desk.log]);
      assert.equal(file.code, 1);
      assert.match(file.err, /^ai-net-value: .* Give --home an existing home folder with agent logs\.\n$/);
    });
  });
});
