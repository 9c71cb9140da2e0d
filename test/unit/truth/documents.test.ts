import assert from 'node:assert/strict';

import fc from 'fast-check';

import { seededRandom } from '../../fixtures/random.ts';
import type { Line } from '../../truth/lines.ts';
import { mergeLines } from '../../truth/merge.ts';
import { keepBoth } from '../../truth/integrate.ts';
import { textSource } from '../../truth/sourceText.ts';
import { retainedShare, similarity } from '../../truth/tokens.ts';

const line = (key: number): Line => ({ key, text: `line ${key}`, origin: 'other', carries: [] });

describe('identity merge', () => {
  const base = Array.from({ length: 12 }, (_, i) => line(i));
  const merged = (ours: readonly Line[], theirs: readonly Line[]) => {
    const { value, conflicts } = mergeLines(base, ours, theirs, keepBoth);
    return { keys: value.map(({ key }) => key), conflicts };
  };

  it('takes changes of both sides that lie apart', () => {
    const ours = base.toSpliced(2, 1, line(20), line(21));
    const theirs = base.toSpliced(8, 2);
    assert.deepEqual(merged(ours, theirs), { keys: [0, 1, 20, 21, 3, 4, 5, 6, 7, 10, 11], conflicts: 0 });
  });

  it('follows a block that was moved', () => {
    const ours = [...base.slice(4), ...base.slice(0, 4)];
    assert.deepEqual(merged(ours, base), { keys: ours.map(({ key }) => key), conflicts: 0 });
  });

  it('asks where both sides changed the same lines', () => {
    assert.equal(merged(base.toSpliced(5, 1, line(30)), base.toSpliced(5, 1, line(31))).conflicts, 1);
  });

  it('gives the one side when the other changed nothing, whatever the change', () => {
    fc.assert(fc.property(fc.shuffledSubarray(base), (some) => {
      assert.deepEqual(merged(some, base).keys, some.map(({ key }) => key));
      assert.deepEqual(merged(base, some).keys, some.map(({ key }) => key));
    }));
  });
});

describe('generated source text', () => {
  it('edits clearly above and rewrites clearly below the threshold of 0.6', () => {
    const text = textSource(seededRandom('text'));
    let edits = 0;
    for (const language of ['ts', 'go', 'py'] as const) {
      for (const old of text.lines(language, 120)) {
        const now = text.tweak(old);
        if (now === null) continue;
        edits++;
        assert.ok(similarity(old, now) >= 0.75 && similarity(old, now) < 1, `${old} / ${now}`);
        for (const other of text.unlike(language, 2, [old])) assert.ok(similarity(old, other) <= 0.4, `${old} / ${other}`);
      }
    }
    assert.ok(edits > 200);
  });

  it('has distinct, trivial and repeated lines', () => {
    const lines = textSource(seededRandom('mix')).lines('go', 600).map((text) => text.trim());
    const count = (wanted: string): number => lines.filter((text) => text === wanted).length;
    assert.ok(count('}') > 5);
    assert.ok(count('if err != nil {') > 1);
    assert.ok(new Set(lines).size > 400);
  });

  it('measures similarity by words and single punctuation characters', () => {
    assert.equal(similarity('a(b);', 'a(b);'), 1);
    assert.equal(similarity('a b c d', 'a b x y'), 0.5);
    assert.equal(retainedShare('a b c d', 'a  b\tc'), 0.75);
  });
});
