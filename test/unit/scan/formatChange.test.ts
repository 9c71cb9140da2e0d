import assert from 'node:assert/strict';
import type { LogFileCounts } from '../../../src/ledger/logFileCounts.ts';
import { formatVerdict } from '../../../src/scan/formatChange.ts';

const file = (records: number, notUnderstood: number, edits: number): LogFileCounts => ({ source: 's', modifiedAt: 0, records, notUnderstood, edits });
const times = (count: number, one: LogFileCounts): LogFileCounts[] => Array.from({ length: count }, () => one);
const usual = file(100, 1, 10);

describe('the format of a source', () => {
  const cases: readonly (readonly [string, readonly LogFileCounts[], ReturnType<typeof formatVerdict>])[] = [
    ['without files is known', [], 'known'],
    ['as ever is known', times(10, usual), 'known'],
    ['with many unknown records all along is known: they do not matter', times(10, file(100, 30, 10)), 'known'],
    ['with many unknown records lately has changed', [...times(8, usual), ...times(2, file(100, 40, 5))], 'changed'],
    ['with many unknown records in one small file is known', [...times(8, usual), file(5, 5, 0)], 'known'],
    ['with many unknown records in the oldest files is known', [...times(2, file(100, 40, 5)), ...times(8, usual)], 'known'],
    ['with nothing but unknown records lately is unreadable', [...times(8, usual), ...times(2, file(100, 90, 0))], 'unreadable'],
    ['with no edit lately, where there were many, has changed', [...times(8, usual), ...times(2, file(100, 1, 0))], 'no edits'],
    ['with no edit lately, where there were few, is known', [...times(8, file(100, 1, 1)), ...times(2, file(100, 1, 0))], 'known'],
    ['with no record understood at all is unreadable', [file(3, 3, 0)], 'unreadable'],
    ['of files that are no records at all is unreadable', times(3, file(0, 1, 0)), 'unreadable'],
    ['with one cut line is known', [file(3, 1, 0)], 'known'],
    ['with edits is never called unreadable as a whole', [file(100, 70, 3)], 'changed'],
  ];
  for (const [name, files, verdict] of cases) it(name, () => assert.equal(formatVerdict(files), verdict));
});
