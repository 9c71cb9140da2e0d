import assert from 'node:assert/strict';
import { appendFileSync, openSync, closeSync, writeSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claudeCode } from '../../../src/capture/agents/claudeCode/claudeCode.ts';
import { context, logOf, readGrowing, readLog, repository, session, start, temporaryFolder } from './support.ts';

const file = `${repository}/src/tide.ts`;

function editLog(): string[] {
  const log = session();
  log.edit(start, file, 'low', 'ebb', 'low\n');
  return log.lines();
}

describe('damaged logs', () => {
  it('cut in the middle of a line are read up to there, and on when the rest comes', async () => {
    const content = logOf(editLog());
    for (const cut of [1, 200, content.indexOf('\n') + 1, content.length - 300, content.length - 1]) {
      const [first, second] = await readGrowing([content.slice(0, cut), content.slice(cut)]);
      assert.deepEqual([first!.counts.unreadable, second!.counts.unreadable], [0, 0]);
      assert.deepEqual([first!.contributions.length, second!.contributions.length], [0, 1]);
    }
  });

  it('with a line cut by a crash and others after it lose that line only, and count it', async () => {
    const [call, result] = editLog();
    const { contributions, counts } = await readLog(logOf([call!.slice(0, 300), result!, `{"cwd":"/x","sessionId":"y","type":"progress`]));
    assert.deepEqual([contributions.length, counts.unreadable, counts.records], [1, 2, 3]);
  });

  it('with a line of 60 MB are read past it', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'long.jsonl');
    const handle = openSync(path, 'w');
    const [call, result] = editLog();
    writeSync(handle, `${call}\n{"type":"user","message":"`);
    const part = Buffer.alloc(1024 * 1024, 120);
    for (let megabyte = 0; megabyte < 60; megabyte++) writeSync(handle, part);
    writeSync(handle, `"}\n${result}\n`);
    closeSync(handle);
    const { contributions, counts, bytesRead, cursor } = await claudeCode.read(path, null, context());
    assert.deepEqual([contributions.length, counts.unreadable, counts.unanswered], [1, 1, 0]);
    assert.equal(cursor.offset, bytesRead);
  });

  it('full of binary rubbish are counted, never fatal', async () => {
    const rubbish = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 255));
    const { contributions, counts } = await readLog(Buffer.concat([Buffer.from(logOf(editLog())), rubbish, Buffer.from(`\n${logOf(editLog())}`)]));
    assert.equal(contributions.length, 1);
    assert.equal(counts.duplicates, 1);
    assert.ok(counts.unreadable > 0);
  });

  it('with zero bytes where a crash left a hole are read around it', async () => {
    const { contributions, counts } = await readLog(Buffer.concat([Buffer.alloc(9000), Buffer.from(`\n${logOf(editLog())}`)]));
    assert.deepEqual([contributions.length, counts.unreadable], [1, 1]);
  });

  it('with invalid UTF-8 lose the lines that hold it, and count them', async () => {
    const [call, result] = editLog();
    const bad = Buffer.from(result!.replace('ebb', 'e??b'));
    bad[bad.indexOf('??')] = 0xc3;
    bad[bad.indexOf('?b')] = 0x28;
    const { contributions, counts } = await readLog(Buffer.concat([Buffer.from(`${call}\n`), bad, Buffer.from('\n')]));
    assert.deepEqual([contributions.length, counts.unreadable, counts.unanswered], [0, 1, 1]);
  });

  it('with record types from the future are read, and those records counted', async () => {
    const log = session();
    log.record(start, { type: 'hologram', cube: [1, 2, 3] });
    log.edit(start, file, 'low', 'ebb', 'low\n');
    const { contributions, counts } = await readLog(logOf([...log.lines(), '{"type":"hologram"}', '{}', '42', '"text"', '[1]', 'null']));
    assert.deepEqual([contributions.length, counts.unknownRecords, counts.unreadable], [1, 7, 0]);
  });

  it('with records of the right type and the wrong shape are read around them', async () => {
    const shapes = [
      { type: 'user' }, { type: 'user', message: null }, { type: 'user', message: { content: [null, 4, { type: 'tool_result' }] } },
      { type: 'user', toolUseResult: { filePath: 5, oldString: 'a', newString: 'b', structuredPatch: 0 }, message: { content: [{ type: 'tool_result', tool_use_id: {} }] } },
      { type: 'assistant', message: { content: [{ type: 'tool_use', id: 'toolu_x', name: 'Edit' }, { type: 'tool_use', id: 5, name: [] }] } },
      { type: 'user', cwd: repository, message: { content: [{ type: 'tool_result', tool_use_id: 'toolu_x' }] } },
      { type: 'user', toolUseResult: { edits: [{ old_string: 1 }], filePath: file }, uuid: 'u', timestamp: 'yesterday', message: { content: [] } },
      { type: 'user', toolUseResult: { bashEditDiff: { files: [null, { filePath: file, hunks: [null, { lines: [1] }] }] } }, uuid: 'v', timestamp: 'never' },
    ];
    const { contributions, counts } = await readLog(logOf([...shapes.map((shape) => JSON.stringify(shape)), ...editLog()]));
    assert.equal(contributions.length, 1);
    assert.ok(counts.unreadable >= 3);
  });

  it('that shrank are read again from the start, and their edits known as duplicates', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'a.jsonl');
    const log = session();
    log.edit(start, file, 'low', 'ebb', 'low\n');
    const half = logOf(log.lines());
    log.edit(start + 5000, file, 'ebb', 'tide', 'ebb\n');
    writeFileSync(path, logOf(log.lines()));
    const first = await claudeCode.read(path, null, context());
    truncateSync(path, Buffer.byteLength(half));
    const held = new Set(first.contributions.map(({ id }) => id));
    const second = await claudeCode.read(path, first.cursor, context(held));
    assert.deepEqual([second.restarted, second.contributions.length, second.counts.duplicates], [true, 0, 1]);
    appendFileSync(path, logOf(log.lines()).slice(half.length));
    const third = await claudeCode.read(path, second.cursor, context(held));
    assert.deepEqual([third.restarted, third.counts.duplicates], [false, 1]);
  });

  it('that are empty give nothing', async () => {
    const { contributions, counts, cursor } = await readLog('');
    assert.deepEqual([contributions, counts.records, counts.unreadable, cursor.offset], [[], 0, 0, 0]);
  });
});
