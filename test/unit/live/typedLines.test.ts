import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineRuns } from '../../../src/capture/live/lineRuns.ts';
import { type LiveCapture, startLiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { TypedText } from '../../../src/model/observed.ts';
import { editor, file, root } from './editor.ts';

describe('lines typed by hand', () => {
  let branch: string | null;
  let capture: LiveCapture;
  beforeEach(() => {
    branch = 'main';
    capture = startLiveCapture({ session: 'window', key: { k0: 1, k1: 2 }, branchOf: () => branch, onSettled: () => undefined });
  });

  const told = (at: number): readonly TypedText[] => capture.take(at).get(root)?.typed ?? [];
  const lines = (typed: readonly TypedText[]): string[] => typed.flatMap(linesOf);

  it('are told once they are saved, with the branch on which they were', () => {
    const one = editor(capture);
    one.type('const total = 0;\n');
    assert.deepEqual(told(one.at()), []);
    one.save();
    const savedAt = one.at();
    branch = 'other';
    const [text, ...others] = told(one.at());
    assert.deepEqual(others, []);
    assert.deepEqual(text, { id: 'hand:window/1', session: 'window', at: savedAt, file, branch: 'main', before: '', after: 'const total = 0;\n' });
    one.save();
    assert.deepEqual(told(one.at()), []);
  });

  it('are those of which most letters and digits were typed', () => {
    const one = editor(capture);
    one.type('const result = compute(values');
    one.accept('whole', ');');
    one.type('\n');
    one.accept('whole', 'return accepted.value');
    one.type(' + own;\nshort');
    one.insert('PastedIsLonger');
    one.type('\n}\n');
    one.save();
    assert.deepEqual(lines(told(one.at())), ['const result = compute(values);']);
  });

  it('are none that are as much an accepted edit’s', () => {
    const one = editor(capture);
    one.type('fn');
    one.accept('whole', '(((){}))');
    one.save();
    assert.deepEqual(told(one.at()), []);
    assert.deepEqual(capture.take(one.at(), true).get(root)?.edits.length, 1);
  });

  it('are told as the last save before the telling has them', () => {
    const one = editor(capture);
    one.type('const tot');
    one.save();
    one.type('al = 1;\n');
    one.save();
    one.type('not saved yet\n');
    assert.deepEqual(lines(told(one.at())), ['const total = 1;']);
    one.save();
    assert.deepEqual(lines(told(one.at())), ['not saved yet']);
  });

  it('are told again when they were typed on, and not when an undo only gives them back', () => {
    const one = editor(capture);
    one.type('first();\n');
    const before = one.text();
    one.type('second();\n');
    one.save();
    assert.deepEqual(lines(told(one.at())), ['first();', 'second();']);
    const whole = one.text();
    one.travel('undo', before);
    one.travel('redo', whole);
    one.save();
    assert.deepEqual(told(one.at()), []);
    one.type('x', 'first('.length);
    one.save();
    assert.deepEqual(lines(told(one.at())), ['first(x);']);
  });

  it('are not what an agent, a checkout or a formatter wrote', () => {
    const one = editor(capture);
    one.type('typed();\n');
    one.save();
    told(one.at());
    one.wait(3000);
    one.reload('typed();\nwritten by an agent\n');
    one.insert('formatted();\n', { atCaret: false });
    one.save();
    assert.deepEqual(told(one.at()), []);
  });

  it('wait for the telling also when their file is closed', () => {
    const one = editor(capture);
    one.type('typed();\n');
    one.save();
    capture.closed(one.document);
    assert.deepEqual(lines(told(one.at())), ['typed();']);
    capture.opened(one.document);
    one.save();
    assert.deepEqual(told(one.at()), []);
  });

  it('are found line by line as by looking at every character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '𝒳'), maxLength: 40 });
    fc.assert(fc.property(text, fc.array(fc.tuple(fc.nat(6), fc.nat(5)), { maxLength: 30 }), (whole, given) => {
      const runs: { length: number; origin: number }[] = [];
      let left = whole.length;
      for (const [length, origin] of [...given, [left, 0] as const]) {
        runs.push({ length: Math.min(length, left), origin });
        left -= Math.min(length, left);
      }
      const origins = runs.flatMap(({ length, origin }) => Array<number>(length).fill(origin));
      let at = 0;
      const expected = whole.split('\n').map((line) => {
        const from = at;
        at += line.length + 1;
        return [line, origins.slice(from, from + line.length)] as const;
      });
      assert.deepEqual([...lineRuns(whole, runs)].map((line) => [line.text, line.runs.flatMap(({ length, origin }) => Array<number>(length).fill(origin))]), expected);
    }));
  });
});

/** What the text has that it would not have without these lines. */
function linesOf({ before, after }: TypedText): string[] {
  const rest = before.split('\n');
  return after.split('\n').filter((line) => {
    if (line !== rest[0]) return true;
    rest.shift();
    return false;
  });
}
