import assert from 'node:assert/strict';
import type { LineAhead } from '../../../src/model/linesAhead.ts';
import { countUnseen, rangeDescription, rangeLabel, unseenRanges } from '../../../src/vscode/unseenText.ts';

describe('AI code never on the screen, as a list', () => {
  const line = (path: string, number: number, tool = 'claude'): LineAhead => ({ path, line: number, text: 'x', tool });

  it('is places of lines that stand together, by file', () => {
    const lines = [line('b.ts', 4), line('a.ts', 12), line('a.ts', 10), line('a.ts', 14), line('a.ts', 30), line('a.ts', 31, 'codex')];
    const ranges = unseenRanges(lines);
    assert.deepEqual(ranges.map((range) => `${rangeLabel(range)} ${rangeDescription(range)}`), ['a.ts:10-14 3 lines, Claude', 'a.ts:30 1 line, Claude', 'a.ts:31 1 line, Codex', 'b.ts:4 1 line, Claude']);
    assert.deepEqual(countUnseen(lines), { lines: 6, files: 2 });
    assert.deepEqual(unseenRanges([]), []);
  });
});
