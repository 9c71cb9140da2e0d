import assert from 'node:assert/strict';
import { originalFileOf, originalTextOf, parseEditRecord } from '../../../src/capture/agents/claudeCode/originalFile.ts';
import { asObject, parseJson } from '../../../src/capture/json.ts';
import type { Json } from '../../../src/capture/json.ts';

const long = 'const a = "x";\n\tb();\n'.repeat(400);
const record = (result: unknown): Record<string, unknown> => ({ type: 'user', uuid: 'u', toolUseResult: result, timestamp: '2026-03-02T09:00:00Z' });
const read = (json: unknown): Json => asObject(parseEditRecord(Buffer.from(JSON.stringify(json)), parseJson))!;
const resultOf = (json: Json): Json => asObject(json['toolUseResult'])!;

describe('a record with the file before an edit', () => {
  it('is the same record, its file left as it stands', () => {
    const result = { filePath: '/a', oldString: 'b', newString: 'c', originalFile: long, structuredPatch: [{ lines: [' é'] }], userModified: false };
    const parsed = read(record(result));
    assert.notEqual(typeof resultOf(parsed)['originalFile'], 'string');
    assert.deepEqual({ ...parsed, toolUseResult: { ...resultOf(parsed), originalFile: originalTextOf(resultOf(parsed)) } }, record(result));
  });

  it('is parsed whole where it is short, or its keys stand in another way', () => {
    const results = [
      { originalFile: 'short', structuredPatch: [] },
      { structuredPatch: [], originalFile: long },
      { originalFile: long, other: 1, structuredPatch: [] },
      { originalFile: '', structuredPatch: [long] },
      { originalFile: null, structuredPatch: [long] },
      { nested: { originalFile: long, structuredPatch: [] } },
      { originalFile: long, structuredPatch: [{ originalFile: long, structuredPatch: 1 }] },
    ];
    for (const result of results) {
      const parsed = read(record(result));
      assert.deepEqual(parsed, record(result));
      const { originalFile } = result as { originalFile?: string | null };
      assert.equal(originalFileOf(resultOf(parsed)), originalFile ?? null);
    }
    const elsewhere = { type: 'user', message: { originalFile: long, structuredPatch: [] }, toolUseResult: { originalFile: '' } };
    assert.deepEqual(read(elsewhere), elsewhere);
  });

  it('with the same words inside a text is not taken apart there', () => {
    const tricky = `${long}","structuredPatch":[1],"originalFile":"`;
    const parsed = read(record({ originalFile: tricky, structuredPatch: [2] }));
    assert.equal(originalTextOf(resultOf(parsed)), tricky);
    assert.deepEqual(resultOf(parsed)['structuredPatch'], [2]);
  });

  it('that is cut is no JSON', () => {
    const whole = JSON.stringify(record({ originalFile: long, structuredPatch: [] }));
    for (const length of [whole.length - 1, 5000, whole.length - 30]) assert.equal(parseEditRecord(Buffer.from(whole.slice(0, length)), parseJson), undefined);
  });
});
