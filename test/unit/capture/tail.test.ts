import assert from 'node:assert/strict';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { blockReader, eachLine } from '../../../src/capture/lineBlocks.ts';
import type { BlockLimits } from '../../../src/capture/lineBlocks.ts';
import { tailLines } from '../../../src/capture/tail.ts';
import type { TailPosition, TailResult } from '../../../src/capture/tail.ts';
import { key, temporaryFolder } from './support.ts';

/** Reads bytes from memory, never more than `most` at once. */
async function linesOf(bytes: Buffer, from: number, size: number, limits: BlockLimits, most = Infinity): Promise<{ lines: string[]; offsets: number[]; offset: number; tooLong: number }> {
  const lines: string[] = [];
  const offsets: number[] = [];
  const source = {
    read: async (buffer: Buffer, offset: number, length: number, position: number) =>
      ({ bytesRead: bytes.copy(buffer, offset, position, Math.min(position + Math.min(length, most), bytes.length)) }),
  };
  const result = await blockReader(source, from, size, (block) => {
    eachLine(block, (start, end) => {
      lines.push(block.bytes.toString('utf8', start, end));
      offsets.push(block.offset + start - block.from);
    });
  }, limits);
  return { lines, offsets, ...result };
}

async function tail(file: string, position: TailPosition | null): Promise<TailResult & { lines: string[] }> {
  const lines: string[] = [];
  const result = await tailLines(file, position, key, () => undefined, (block) => {
    eachLine(block, (from, to) => void lines.push(block.bytes.toString('utf8', from, to)));
  });
  return { ...result, lines };
}

const someLines = fc.array(fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'é', '"', '{', '\t', '🌊') }), { maxLength: 20 });

describe('reading blocks of lines', () => {
  it('gives the same lines however the file is cut into chunks', async () => {
    await fc.assert(fc.asyncProperty(someLines, fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }), async (lines, chunk, most) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const read = await linesOf(bytes, 0, bytes.length, { chunk, line: 1000 }, most);
      assert.deepEqual(read.lines, lines);
      assert.equal(read.offset, bytes.length);
      for (const [at, offset] of read.offsets.entries()) assert.equal(bytes.toString('utf8', offset, offset + Buffer.byteLength(lines[at]!)), lines[at]);
    }));
  });

  it('reads every complete line exactly once, wherever earlier readings ended', async () => {
    await fc.assert(fc.asyncProperty(someLines, fc.array(fc.nat(), { maxLength: 6 }), async (lines, cuts) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const sizes = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
      const all: string[] = [];
      let offset = 0;
      for (const size of sizes) {
        const read = await linesOf(bytes, offset, size, { chunk: 16, line: 1000 });
        assert.ok(read.offset === 0 || bytes[read.offset - 1] === 10);
        all.push(...read.lines);
        offset = read.offset;
      }
      assert.deepEqual(all, lines);
    }));
  });

  it('passes over lines longer than the limit and counts them, however the file is cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 15 }), fc.integer({ min: 1, max: 40 }), async (lengths, chunk) => {
      const lines = lengths.map((length, at) => String.fromCodePoint(97 + at).repeat(length));
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const read = await linesOf(bytes, 0, bytes.length, { chunk, line: 30 });
      assert.deepEqual(read.lines, lines.filter((line) => line.length <= 30));
      assert.equal(read.tooLong, lines.filter((line) => line.length > 30).length);
    }));
  });

  it('counts a line that is too long when its end is seen, not before', async () => {
    const bytes = Buffer.from(`short\n${'x'.repeat(100)}`);
    const first = await linesOf(bytes, 0, bytes.length, { chunk: 8, line: 30 });
    assert.deepEqual([first.lines, first.tooLong, first.offset], [['short'], 0, 6]);
    const whole = Buffer.concat([bytes, Buffer.from('\nnext\n')]);
    const second = await linesOf(whole, first.offset, whole.length, { chunk: 8, line: 30 });
    assert.deepEqual([second.lines, second.tooLong, second.offset], [['next'], 1, whole.length]);
  });
});

describe('tailing a file', () => {
  it('leaves a cut last line for the next time', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.jsonl');
    writeFileSync(file, 'one\ntw');
    const first = await tail(file, null);
    assert.deepEqual([first.lines, first.offset, first.size], [['one'], 4, 6]);
    appendFileSync(file, 'o\nthree\n');
    const second = await tail(file, first);
    assert.deepEqual([second.lines, second.restarted, second.bytesRead], [['two', 'three'], false, 10]);
    const third = await tail(file, second);
    assert.deepEqual([third.lines, third.bytesRead, third.restarted], [[], 0, false]);
  });

  it('reads a file that shrank from the start', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.jsonl');
    writeFileSync(file, 'one\ntwo\nthree\n');
    const first = await tail(file, null);
    truncateSync(file, 4);
    const second = await tail(file, first);
    assert.deepEqual([second.lines, second.restarted], [['one'], true]);
  });

  it('reads a file whose beginning was rewritten from the start, also at the same size', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.jsonl');
    writeFileSync(file, 'one\ntwo\n');
    const first = await tail(file, null);
    writeFileSync(file, 'ONE\ntwo\n');
    const second = await tail(file, first);
    assert.deepEqual([second.lines, second.restarted], [['ONE', 'two'], true]);
  });

  it('notices that the position no longer follows a line end, beyond the remembered beginning', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.jsonl');
    const head = `${'x'.repeat(2000)}\n`;
    writeFileSync(file, `${head}one\n`);
    const first = await tail(file, null);
    writeFileSync(file, `${head}another line\n`);
    assert.equal((await tail(file, first)).restarted, true);
  });

  it('notices that the name now means another file', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.jsonl');
    writeFileSync(file, 'one\n');
    const first = await tail(file, null);
    writeFileSync(join(folder.path, 'b.jsonl'), 'one\ntwo\n');
    renameSync(join(folder.path, 'b.jsonl'), file);
    const second = await tail(file, first);
    assert.deepEqual([second.lines, second.restarted], [['one', 'two'], true]);
  });

  it('does not take a short file that grew for a rewritten one', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'a.jsonl');
    writeFileSync(file, 'one\n');
    const first = await tail(file, null);
    appendFileSync(file, 'a line\n'.repeat(400));
    const second = await tail(file, first);
    assert.deepEqual([second.lines.length, second.restarted], [400, false]);
  });
});
