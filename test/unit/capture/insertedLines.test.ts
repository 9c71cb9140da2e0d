import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertedLines, replacedLines, replacedLinesAlone } from '../../../src/capture/text/insertedLines.ts';
import { skipLines } from '../../../src/capture/text/lineFlags.ts';
import { looseText } from '../../../src/model/fingerprint.ts';
import { lineClassifier, lineFlags } from '../../../src/model/lineText.ts';
import { fingerprints, key } from './support.ts';

const piece = fc.constantFrom('a', 'b', '\n', '\n', 'x y', '\t', '/*', '*/', '}', 'call(a)');
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

describe('inserted lines', () => {
  it('are those of the text after that the text before lacks, in order', () => {
    const { inserted, removed } = insertedLines('one\ntwo\nthree\n', 'one\n\ttwo, changed\nthree\nfour', 'a.go', key);
    assert.deepEqual(inserted.map(({ fingerprint }) => fingerprint), fingerprints('\ttwo, changed', 'four'));
    assert.deepEqual(inserted.map(({ loose }) => loose), fingerprints('two,changed', 'four'));
    assert.deepEqual(removed, fingerprints('two'));
  });

  it('do not differ by line ends', () => {
    assert.deepEqual(insertedLines('one\r\ntwo\r\n', 'one\ntwo\nthree\n', 'a.go', key), insertedLines('one\ntwo\n', 'one\r\ntwo\r\nthree\r\n', 'a.go', key));
  });

  it('carry the flags of their place in the whole file', () => {
    const flags = insertedLines('/*\n*/\n', '/*\nplain words here\n*/\n\n}\nreal(code, here)\n', 'a.go', key).inserted.map((line) => line.flags);
    assert.deepEqual(flags, [lineFlags.comment, lineFlags.blank, lineFlags.trivial, 0]);
  });

  it('leave blank lines out of what was removed', () => {
    assert.deepEqual(insertedLines('one\n\n  \ntwo\n', 'one\n', 'a.go', key).removed, fingerprints('two'));
  });
});

describe('replaced lines', () => {
  it('are whole lines, also where the replaced piece is a part of one', () => {
    const changed = replacedLines('let total = 1;\nlet rate = 2;\n', [{ from: 'total = 1;\nlet ra', to: 'sum = 1;\nlet ra', all: false }], 'a.ts', key);
    assert.deepEqual(changed?.inserted.map(({ fingerprint }) => fingerprint), fingerprints('let sum = 1;'));
    assert.deepEqual(changed?.removed, fingerprints(looseText('let total = 1;')));
  });

  it('cover every occurrence with replaceAll, and only the first without', () => {
    const original = 'a(old)\nb(keep)\nc(old) + d(old)\n';
    const of = (all: boolean) => replacedLines(original, [{ from: 'old', to: 'fresh', all }], 'a.ts', key)?.inserted.map(({ fingerprint }) => fingerprint);
    assert.deepEqual(of(true), fingerprints('a(fresh)', 'c(fresh) + d(fresh)'));
    assert.deepEqual(of(false), fingerprints('a(fresh)'));
  });

  it('take a deleted line away with its line end', () => {
    const changed = replacedLines('one\ntwo\nthree\n', [{ from: 'two', to: '', all: false }], 'a.ts', key);
    assert.deepEqual(changed, { inserted: [], removed: fingerprints('two') });
  });

  it('are found in a file with carriage returns', () => {
    const changed = replacedLines('one\r\ntwo\r\nthree\r\n', [{ from: 'one\ntwo', to: 'one\nnew', all: false }], 'a.ts', key);
    assert.deepEqual(changed?.inserted.map(({ fingerprint }) => fingerprint), fingerprints('new'));
  });

  it('are null when the replacement does not fit', () => {
    assert.equal(replacedLines('one\n', [{ from: 'two', to: 'x', all: false }], 'a.ts', key), null);
    assert.equal(replacedLines('one\n', [{ from: '', to: 'x', all: false }], 'a.ts', key), null);
  });

  it('are those of one of the occurrences replaced, line by line, whatever is around', () => {
    const line = fc.constantFrom('alpha(1)', 'beta(2)', '}', '', '\tgamma = 3');
    fc.assert(fc.property(fc.array(line), fc.array(line), fc.integer({ min: 0, max: 4 }), (head, tail, cut) => {
      // The replaced piece begins and ends inside lines that occur nowhere else.
      const original = [...head, 'left MARK', 'MARK right', ...tail].join('\n');
      const from = `left MARK\nMARK right`.slice(cut, -1 - cut);
      const to = from.replace('MARK\nMARK', 'ONE\nTWO\nTHREE');
      const changed = replacedLines(original, [{ from, to, all: false }], 'a.ts', key)!;
      assert.deepEqual(changed, insertedLines(original, original.replace(from, () => to), 'a.ts', key));
      assert.deepEqual(changed.inserted.map(({ fingerprint }) => fingerprint), fingerprints('left ONE', 'TWO', 'THREE right'));
    }));
  });

  it('without the file around them are the lines the new string has and the old one lacks', () => {
    const changed = replacedLinesAlone([{ from: 'keep()\ndrop()', to: 'keep()\nadded()', all: false }], 'a.ts', key);
    assert.deepEqual(changed.inserted.map(({ fingerprint }) => fingerprint), fingerprints('added()'));
    assert.deepEqual(changed.removed, fingerprints('drop()'));
  });
});

describe('a line classifier that skipped text', () => {
  it('is in the same state as one that read every line of it', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const skipping = lineClassifier('a.c');
      const reading = lineClassifier('a.c');
      skipLines(skipping, before);
      for (const line of before.split('\n')) reading(line);
      assert.deepEqual(after.split('\n').map(skipping), after.split('\n').map(reading));
    }), { numRuns: 500 });
  });
});
