import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText, surroundingsOf } from '../../../src/capture/text/escapedText.ts';
import type { EscapedText } from '../../../src/capture/text/escapedText.ts';
import { replacedLines } from '../../../src/capture/text/insertedLines.ts';

const key = { k0: 3, k1: 4 };
const escape = (text: string): EscapedText => ({ escaped: JSON.stringify(text).slice(1, -1) });

/** Pieces that make backslashes, quotes, line ends and words meet in every way. */
const piece = fc.constantFrom('n', 'u0041', '\\', '\\\\', '"', '\n', '\n', '\r\n', '\t', ' ', 'alpha', 'beta(1)', '/*', '*/', '// c', '/', 'é', '𝒳', '\u0001', '\\n', '\\"');
const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

describe('a text with its escapes', () => {
  it('gives the same lines for a replacement as the text itself', () => {
    let near = 0;
    fc.assert(fc.property(text, fc.nat(), fc.nat(12), text, fc.boolean(), (original, at, length, to, all) => {
      const start = original === '' ? 0 : at % original.length;
      const from = original.slice(start, start + length);
      const replacement = { from, to, all };
      if (surroundingsOf(escape(original), replacement) !== null) near++;
      assert.deepEqual(replacedLines(escape(original), [replacement], 'a.ts', key), replacedLines(original, [replacement], 'a.ts', key));
    }), { numRuns: 5000 });
    assert.ok(near > 1000, `only ${near} were found without unescaping all`);
  });

  it('gives the same for text that is not in it, and for several replacements', () => {
    fc.assert(fc.property(text, text, text, (original, from, to) => {
      for (const replacements of [[{ from, to, all: false }], [{ from, to, all: true }, { from: 'alpha', to: 'gamma', all: false }]]) {
        assert.deepEqual(replacedLines(escape(original), replacements, 'a.go', key), replacedLines(original, replacements, 'a.go', key));
      }
    }), { numRuns: 2000 });
  });

  it('does not mistake the letter of an escape for text', () => {
    const original = 'one\nnext = 1\n';
    assert.deepEqual(replacedLines(escape(original), [{ from: 'next', to: 'last', all: false }], 'a.ts', key), replacedLines(original, [{ from: 'next', to: 'last', all: false }], 'a.ts', key));
    assert.equal(surroundingsOf(escape('a\nb'), { from: 'nb', to: '', all: false }), null);
  });

  it('that is no JSON is not known', () => {
    for (const escaped of ['\\', '\\x', 'a"b', 'a\nb', '\\ud']) assert.equal(plainText({ escaped }), null);
    assert.equal(replacedLines({ escaped: 'a\\x' }, [{ from: 'q', to: 'r', all: false }], 'a.ts', key), null);
  });
});
