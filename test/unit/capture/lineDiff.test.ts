import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines } from '../../../src/capture/text/lineDiff.ts';
import type { LineHunk } from '../../../src/capture/text/lineDiff.ts';
import { splitLines } from '../../../src/capture/text/splitLines.ts';

function applied(before: readonly string[], after: readonly string[], hunks: readonly LineHunk[]): string[] {
  const result: string[] = [];
  let read = 0;
  for (const hunk of hunks) {
    result.push(...before.slice(read, hunk.oldStart), ...after.slice(hunk.newStart, hunk.newEnd));
    read = hunk.oldEnd;
  }
  return [...result, ...before.slice(read)];
}

/** Length of the longest common subsequence, the slow and sure way. */
function commonLength(before: readonly string[], after: readonly string[]): number {
  let row: number[] = Array.from({ length: after.length + 1 }, () => 0);
  for (const line of before) {
    const next = [0];
    for (let at = 0; at < after.length; at++) next.push(line === after[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 30 });

describe('line diff', () => {
  it('applied to the text before gives the text after', () => {
    fc.assert(fc.property(lines, lines, (before, after) => {
      assert.deepEqual(applied(before, after, diffLines(before, after)), after);
    }), { numRuns: 500 });
  });

  it('keeps as many lines as can be kept', () => {
    fc.assert(fc.property(lines, lines, (before, after) => {
      const inserted = diffLines(before, after).reduce((sum, hunk) => sum + hunk.newEnd - hunk.newStart, 0);
      assert.equal(after.length - inserted, commonLength(before, after));
    }), { numRuns: 500 });
  });

  it('gives hunks in order that do not touch', () => {
    fc.assert(fc.property(lines, lines, (before, after) => {
      diffLines(before, after).reduce((last, hunk) => {
        assert.ok(hunk.oldStart > last.oldEnd && hunk.newStart > last.newEnd && (hunk.oldEnd > hunk.oldStart || hunk.newEnd > hunk.newStart));
        return hunk;
      }, { oldStart: -1, oldEnd: -1, newStart: -1, newEnd: -1 });
    }), { numRuns: 500 });
  });

  it('cuts texts that are far apart at their unique lines', () => {
    const before = Array.from({ length: 3000 }, (_, at) => (at % 10 === 0 ? `anchor ${at}` : `old ${at}`));
    const after = before.map((line) => line.replace('old', 'new'));
    const hunks = diffLines(before, after);
    assert.deepEqual(applied(before, after, hunks), after);
    assert.equal(hunks.length, 300);
  });

  it('replaces everything where nothing is in common, however long', () => {
    const before = Array.from({ length: 20_000 }, (_, at) => `old ${at}`);
    const after = Array.from({ length: 20_000 }, (_, at) => `new ${at}`);
    assert.deepEqual(diffLines(before, after), [{ oldStart: 0, oldEnd: 20_000, newStart: 0, newEnd: 20_000 }]);
  });
});

describe('lines of a text', () => {
  it('have no line ends, and a final one makes no further line', () => {
    assert.deepEqual(splitLines('a\r\nb\n\nc'), ['a', 'b', '', 'c']);
    assert.deepEqual(splitLines('a\r\nb\r\n'), ['a', 'b']);
    assert.deepEqual(splitLines('a\r'), ['a']);
    assert.deepEqual(splitLines('\n'), ['']);
    assert.deepEqual(splitLines(''), []);
  });
});
