import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLineReader, diffFile } from '../../../src/attribution/commitLines.ts';
import type { DiffLine } from '../../../src/attribution/commitLines.ts';
import { fingerprintKey, fingerprintText, looseText, tokenFingerprints } from '../../../src/model/fingerprint.ts';
import { lexicalTokens, lineClassifier } from '../../../src/model/lineText.ts';

const key = fingerprintKey(Buffer.from('0123456789abcdef'));
const line = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('ab1_$ \t(){};,.*/#"-=é中')) }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', ' ', '('), minLength: 2040, maxLength: 2060 }),
  )
  .filter((text) => !/[\r\n]/.test(text) && text.isWellFormed());

/** The texts as the added lines of one hunk of a diff. */
function added(texts: readonly string[]): readonly DiffLine[] {
  const bytes = Buffer.from(texts.map((text) => `+${text}\n`).join(''));
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < bytes.length; at = ends.at(-1)! + 1) {
    starts.push(at + 1);
    ends.push(bytes.indexOf(10, at));
  }
  const nothing = { bytes, starts: [], ends: [] };
  const patch = { oldPath: null, newPath: 'src/a.ts', binary: false, special: false, hunks: [{ oldStart: 0, newStart: 1, removed: nothing, added: { bytes, starts, ends } }] };
  return diffFile(patch, key, () => 0).added;
}

describe('a line of a diff', () => {
  it('is read from its bytes as from its text', () => {
    const reader = createLineReader(key);
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), (texts) => {
      const lines = added(texts);
      assert.deepEqual(lines.map(reader.text), texts);
      assert.deepEqual(lines.map(({ print }) => print), texts.map((text) => fingerprintText(key, text)));
      assert.deepEqual(lines.map(reader.loose), texts.map((text) => fingerprintText(key, looseText(text))));
      assert.deepEqual(lines.map((each) => [...reader.tokens(each)]), texts.map((text) => [...tokenFingerprints(key, lexicalTokens(text))]));
      const flagsOf = lineClassifier('src/a.ts');
      assert.deepEqual(lines.map(reader.flags), texts.map((text) => flagsOf(text)));
    }));
  });
});
