import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertedLine, removedLine } from '../../../src/capture/text/changedLines.ts';
import { fingerprintText, looseText, tokenFingerprints } from '../../../src/model/fingerprint.ts';
import { lexicalTokens } from '../../../src/model/lineText.ts';

const key = { k0: 7, k1: -9 };

/** As the vocabulary defines them, one text at a time. */
function defined(text: string): object {
  return { fingerprint: fingerprintText(key, text), loose: fingerprintText(key, looseText(text)), tokens: tokenFingerprints(key, lexicalTokens(text)), flags: 4 };
}

describe('fingerprints of a line', () => {
  const odd = ['', ' ', '\t', '\v\f', 'a b', ' a  b ', 'a_$1 . b', 'x\u0000\u001c\u001fy', '\u007f', 'é a', '\ufeffa', 'a\u00a0b', '𝒳 = 1', 'x'.repeat(2047), 'y '.repeat(1024), 'z'.repeat(2049), `${' '.repeat(3000)}a`];
  const lines = fc.oneof(
    fc.constantFrom(...odd),
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(fc.constantFrom('foo', 'x1', ' ', '  ', '\t', '(', ')', '=>', ';', '"', '/*', '0'), { maxLength: 400 }).map((parts) => parts.join('')),
  );

  it('are those of its text, its loose text and its tokens, whatever is in it', () => {
    fc.assert(fc.property(lines, (text) => assert.deepEqual(insertedLine(text, 4, key), defined(text))), { numRuns: 3000 });
    for (const text of odd) assert.deepEqual(insertedLine(text, 4, key), defined(text), JSON.stringify(text.slice(0, 20)));
  });

  it('taken away are its loose text\'s, and none of a blank line', () => {
    fc.assert(fc.property(lines, (text) => assert.equal(removedLine(text, key), looseText(text) === '' ? null : fingerprintText(key, looseText(text)))), { numRuns: 3000 });
  });

  it('depend on the key, also those of single characters', () => {
    const other = { k0: 8, k1: -9 };
    assert.notDeepEqual(insertedLine('a + b', 0, key).tokens, insertedLine('a + b', 0, other).tokens);
    assert.deepEqual(insertedLine('a + b', 0, other).tokens, tokenFingerprints(other, ['a', '+', 'b']));
  });
});
