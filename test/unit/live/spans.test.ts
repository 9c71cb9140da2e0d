import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepSpans, reopenSpans } from '../../../src/capture/live/keptSpans.ts';
import { lineMemory } from '../../../src/capture/live/lineMemory.ts';
import { printLines } from '../../../src/capture/live/printedLines.ts';
import type { Piece } from '../../../src/capture/live/signal.ts';
import { createSpans, unknownOrigin } from '../../../src/capture/live/spans.ts';
import type { Run } from '../../../src/capture/live/spans.ts';
import { trackSpans } from '../../../src/capture/live/trackedSpans.ts';

const key = { k0: 1, k1: 2 };

/** One character of a document kept the slow and plain way. */
interface Character {
  readonly unit: string;
  readonly origin: number;
}

type Action =
  | { readonly type: 'insert'; readonly place: number; readonly removed: number; readonly text: string; readonly origin: number }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'carets'; readonly places: readonly number[]; readonly text: string; readonly origin: number }
  | { readonly type: 'undo' | 'redo' | 'save' | 'reopen' }
  | { readonly type: 'reload'; readonly line: number; readonly removed: number; readonly lines: readonly string[] }
  | { readonly type: 'rewritten while closed'; readonly line: number; readonly removed: number; readonly lines: readonly string[] };

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '𝒳', '{'), maxLength: 12 });
const origin = fc.integer({ min: 0, max: 4 });
const someLines = fc.array(fc.constantFrom('a', 'bb', '', '{'), { maxLength: 3 });
const spliced = { line: fc.nat(20), removed: fc.nat(3), lines: someLines };
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('insert' as const), place: fc.nat(200), removed: fc.nat(9), text, origin }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('type' as const), text: fc.string({ unit: fc.constantFrom('x', 'y', ' '), minLength: 1, maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('carets' as const), places: fc.uniqueArray(fc.nat(200), { minLength: 2, maxLength: 4 }), text, origin }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('save' as const, 'reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reload' as const), ...spliced }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('rewritten while closed' as const), ...spliced }) },
);

describe('spans of origin', () => {
  it('are those of a document kept character by character, through edits, undo, redo, reload, save and reopen', () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 60, size: 'max' }), (actions) => {
      let model: readonly Character[] = [];
      let undoable: (readonly Character[])[] = [];
      let redoable: (readonly Character[])[] = [];
      let spans = trackSpans([]);
      /** Where typing would go on without a stop, so that one undo takes all of it back. */
      let goesOn = -1;
      const perform = (pieces: readonly Piece[], from: number, typing: boolean): void => {
        if (!typing || goesOn !== pieces[0]!.offset) undoable.push(model);
        redoable = [];
        goesOn = typing ? pieces[0]!.offset + 1 : -1;
        model = applied(model, pieces, from);
        spans.edit(pieces, from);
      };
      const reopen = (now: readonly Character[]): void => {
        spans = trackSpans(reopenSpans(keepSpans(spans.runs(), printLines(textOf(model), key), lineMemory()), textOf(now), lineMemory(), key));
        undoable = [];
        redoable = [];
        goesOn = -1;
      };
      for (const one of actions) {
        if (one.type === 'insert') {
          const offset = one.place % (model.length + 1);
          const removed = Math.min(one.removed, model.length - offset);
          if (removed + one.text.length > 0) perform([{ offset, removed, text: one.text }], one.origin, false);
        } else if (one.type === 'carets') {
          const places = [...new Set(one.places.map((place) => place % (model.length + 1)))];
          if (one.text !== '') perform(places.map((offset) => ({ offset, removed: 0, text: one.text })), one.origin, false);
        } else if (one.type === 'type') {
          for (const text of one.text) perform([{ offset: goesOn >= 0 ? goesOn : model.length, removed: 0, text }], 1, true);
        } else if (one.type === 'undo' || one.type === 'redo') {
          const [from, to] = one.type === 'undo' ? [undoable, redoable] : [redoable, undoable];
          const state = from.pop();
          if (state === undefined) continue;
          to.push(model);
          assert.ok(spans[one.type]([whatChanged(model, state)]), one.type);
          model = state;
          goesOn = -1;
        } else if (one.type === 'reload') {
          const piece = spliceLines(textOf(model), one);
          if (piece.removed + piece.text.length > 0) perform([piece], unknownOrigin, false);
        } else if (one.type === 'reopen') reopen(model);
        else if (one.type === 'save') goesOn = -1;
        else if (one.type === 'rewritten while closed') {
          const before = linesOf(model);
          const now = applied(model, [spliceLines(textOf(model), one)], unknownOrigin);
          reopen(now);
          const origins = characters(spans.runs());
          model = now.map(({ unit }, at) => ({ unit, origin: origins[at]! }));
          assert.equal(origins.length, now.length);
          // Which of equal lines stayed can't be known: a line is of unknown origin, or as one of the same text was.
          for (const [text, theirs] of linesOf(model)) assert.ok(/^0*$/.test(theirs) || before.some(([old, its]) => old === text && its === theirs), text);
        }
        assert.deepEqual(characters(spans.runs()), model.map((each) => each.origin));
        assert.equal(spans.length(), model.length);
      }
    }), { numRuns: 400 });
  });

  it('stay exact with many runs', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5000), fc.nat(40), fc.nat(3), fc.nat(9)), { minLength: 400, maxLength: 800 }), (edits) => {
      let plain: number[] = Array.from({ length: 3000 }, (_, at) => at % 3);
      const spans = createSpans(plain.map((each) => ({ length: 1, origin: each })));
      for (const [place, removed, inserted, from] of edits) {
        const offset = place % (plain.length + 1);
        const taken = spans.replace(offset, Math.min(removed, plain.length - offset), [{ length: inserted, origin: from }]);
        assert.deepEqual(characters(taken), plain.slice(offset, offset + removed));
        plain = [...plain.slice(0, offset), ...Array<number>(inserted).fill(from), ...plain.slice(offset + removed)];
      }
      assert.deepEqual(characters(spans.runs()), plain);
      for (let from = 0; from < plain.length; from += 97) assert.equal(spans.some(from, from + 5, (each) => each > 7), plain.slice(from, from + 5).some((each) => each > 7));
    }), { numRuns: 15 });
  });

  it('are of unknown origin where an undo fits nothing that was seen', () => {
    const spans = trackSpans([{ length: 10, origin: 1 }]);
    spans.edit([{ offset: 4, removed: 0, text: 'abc' }], 2);
    assert.equal(spans.undo([{ offset: 1, removed: 2, text: 'q' }]), false);
    assert.deepEqual(spans.runs(), [{ length: 1, origin: 1 }, { length: 1, origin: 0 }, { length: 1, origin: 1 }, { length: 3, origin: 2 }, { length: 6, origin: 1 }]);
    assert.equal(spans.undo([{ offset: 4, removed: 3, text: '' }]), false);
  });

  it('refuse a change outside the text', () => {
    assert.throws(() => createSpans([{ length: 3, origin: 0 }]).replace(2, 2, []), RangeError);
  });
});

function applied(before: readonly Character[], pieces: readonly Piece[], origin: number): readonly Character[] {
  let now = before;
  for (const { offset, removed, text: inserted } of pieces.toSorted((a, b) => b.offset - a.offset)) {
    now = [...now.slice(0, offset), ...inserted.split('').map((unit) => ({ unit, origin })), ...now.slice(offset + removed)];
  }
  return now;
}

/** What an editor tells of an undo: the stretch between the characters that stayed. */
function whatChanged(now: readonly Character[], state: readonly Character[]): Piece {
  const most = Math.min(now.length, state.length);
  let head = 0;
  while (head < most && now[head] === state[head]) head++;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === state[state.length - 1 - tail]) tail++;
  return { offset: head, removed: now.length - tail - head, text: textOf(state.slice(head, state.length - tail)) };
}

/** What replacing some lines by others changes. */
function spliceLines(text: string, { line, removed, lines }: { readonly line: number; readonly removed: number; readonly lines: readonly string[] }): Piece {
  const all = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const from = line % (all.length + 1);
  return { offset: all.slice(0, from).join('').length, removed: all.slice(from, from + removed).join('').length, text: lines.map((one) => `${one}\n`).join('') };
}

function textOf(all: readonly Character[]): string {
  return all.map(({ unit }) => unit).join('');
}

/** Each line with the origins of its characters. */
function linesOf(all: readonly Character[]): [text: string, origins: string][] {
  let at = 0;
  return (textOf(all).match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => [line, all.slice(at, (at += line.length)).map((one) => one.origin).join('')]);
}

function characters(runs: readonly Run[]): number[] {
  return runs.flatMap((run) => Array<number>(run.length).fill(run.origin));
}
