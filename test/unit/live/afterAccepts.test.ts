import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LiveCapture, startLiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { KeptByWindow } from '../../../src/capture/live/liveCapture.ts';
import { secondsAfterAccept } from '../../../src/model/observed.ts';
import type { AfterAccept } from '../../../src/model/observed.ts';
import { minute, second } from '../../../src/model/time.ts';
import { editor, file, linesOf, root } from './editor.ts';

const key = { k0: 5, k1: 6 };
const window = (): LiveCapture => startLiveCapture({ session: 'window', key, branchOf: () => 'main', onSettled: () => undefined });

/** A character and the accept that brought it; 0 for none. */
interface Character {
  readonly unit: string;
  readonly from: number;
}

type Action =
  | { readonly type: 'accept' | 'type'; readonly place: number; readonly text: string }
  | { readonly type: 'remove'; readonly place: number; readonly length: number }
  | { readonly type: 'undo' | 'redo' | 'save' | 'commit' | 'reopen' | 'next window' | 'switch' | 'take' }
  | { readonly type: 'wait'; readonly seconds: number };

const word = fc.string({ unit: fc.constantFrom('x', 'y', ' ', '('), minLength: 1, maxLength: 8 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('accept' as const, 'type' as const), place: fc.nat(2000), text: word }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('remove' as const), place: fc.nat(2000), length: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const, 'save' as const, 'commit' as const, 'reopen' as const, 'next window' as const, 'switch' as const, 'take' as const) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('wait' as const), seconds: fc.oneof(fc.nat(40), fc.nat(700)) }) },
);

describe('what of an accept is still there', () => {
  it('is what a document kept character by character has at those times, through saves, commits, branches and windows', () => {
    const happened = new Map<string, number>();
    fc.assert(fc.property(fc.array(action, { maxLength: 40, size: 'max' }), (actions) => {
      let capture = window();
      let model: readonly Character[] = Array.from({ length: 10 }, (_, line) => `const line${line} = ${line};\n`.split('').map((unit): Character => ({ unit, from: 0 }))).flat();
      let one = editor(capture, file, textOf(model));
      let saved = true;
      let undoable: (readonly Character[])[] = [];
      let redoable: (readonly Character[])[] = [];
      /** The lines of the branch that is not checked out. */
      let away: readonly Character[] | null = null;
      const accepts: { readonly at: number; readonly characters: number }[] = [];
      /** What there was from a moment on. */
      const history: { readonly at: number; readonly there: readonly Character[] }[] = [];
      const told: AfterAccept[] = [];
      const note = (): void => void history.push({ at: one.at(), there: [...model, ...(away ?? [])] });
      const edit = (now: readonly Character[]): void => {
        undoable.push(model);
        redoable = [];
        model = now;
        saved = false;
      };
      const take = (): void => void told.push(...(capture.take(one.at()).get(root)?.afterAccepts ?? []));
      const save = (): void => {
        one.save();
        one.wait(2000);
        saved = true;
      };
      const begin = (next: LiveCapture): void => {
        const at = one.at();
        capture = next;
        one = editor(capture, file, textOf(model), { unsaved: !saved });
        one.wait(at - one.at());
        capture.opened(one.document);
        undoable = [];
        redoable = [];
      };
      for (const each of actions) {
        happened.set(each.type, (happened.get(each.type) ?? 0) + 1);
        if (each.type === 'accept') {
          const at = each.place % (model.length + 1);
          one.wait(10);
          accepts.push({ at: one.at(), characters: each.text.length });
          one.insert(each.text, { atCaret: true, detailed: { source: 'inlineCompletionAccept', metadata: { $extensionId: `tool.number${accepts.length}` } } }, at);
          edit([...model.slice(0, at), ...each.text.split('').map((unit) => ({ unit, from: accepts.length })), ...model.slice(at)]);
        } else if (each.type === 'type' || each.type === 'remove') {
          const at = each.place % (model.length + 1);
          const text = each.type === 'type' ? each.text : '';
          const removed = each.type === 'remove' ? Math.min(each.length, model.length - at) : 0;
          if (text.length + removed === 0) continue;
          one.wait(10);
          one.insert(text, { atCaret: false }, at, removed);
          edit([...model.slice(0, at), ...text.split('').map((unit) => ({ unit, from: 0 })), ...model.slice(at + removed)]);
        } else if (each.type === 'undo' || each.type === 'redo') {
          const [back, forth] = each.type === 'undo' ? [undoable, redoable] : [redoable, undoable];
          const state = back.pop();
          if (state === undefined) continue;
          forth.push(model);
          one.wait(10);
          one.travel(each.type, textOf(state), whatChanged(model, state));
          model = state;
          saved = false;
        } else if (each.type === 'save') save();
        else if (each.type === 'commit') {
          if (!saved) save();
          capture.headMoved(root, one.at());
          one.wait(20_000);
        } else if (each.type === 'reopen') {
          if (!saved) save();
          capture.closed(one.document);
          begin(capture);
        } else if (each.type === 'next window') {
          const kept = JSON.parse(JSON.stringify(capture.keep(one.at()))) as KeptByWindow;
          const next = window();
          one.wait(3000);
          next.restore(kept, one.at());
          begin(next);
        } else if (each.type === 'switch') {
          if (!saved) save();
          // The other branch has the lines without any accepted text; long lines are known again when they come back.
          const lines = byLine(model);
          if (away === null && lines.some((line) => line.some(({ from }) => from > 0) && (line.length < 12 || line.at(-1)!.unit !== '\n'))) continue;
          one.wait(10);
          const now = away === null ? lines.filter((line) => line.every(({ from }) => from === 0)).flat() : bringBack(lines, byLine(away));
          capture.headMoved(root, one.at());
          away = away === null ? lines.filter((line) => line.some(({ from }) => from > 0)).flat() : null;
          one.reload(textOf(now));
          model = now;
          undoable = [];
          redoable = [];
          note();
          one.wait(20_000);
        } else if (each.type === 'wait') one.wait(each.seconds * second);
        else take();
        if (each.type !== 'wait' && each.type !== 'take') note();
        assert.equal(one.text(), textOf(model));
      }
      one.wait(16 * minute);
      take();
      const expected = accepts.flatMap(({ at, characters }, index) => secondsAfterAccept.map((seconds) => {
        const last = history.findLast((state) => state.at <= at + seconds * second && state.at >= at)!;
        return `${index + 1} ${seconds}: ${last.there.filter(({ from }) => from === index + 1).length} of ${characters}`;
      }));
      const found = told.map(({ tool, seconds, characters, kept }) => `${/\d+$/.exec(tool)![0]} ${seconds}: ${kept} of ${characters}`);
      assert.deepEqual(found.toSorted(), expected.toSorted());
    }), { numRuns: 300 });
    assert.ok([...happened.values()].every((count) => count > 100), 'everything happened often');
  });
});

/** Lines that went come back to their end of the file: undone by the merge of both. */
function bringBack(here: readonly (readonly Character[])[], there: readonly (readonly Character[])[]): Character[] {
  return [...there, ...here].flat();
}

function textOf(all: readonly Character[]): string {
  return all.map(({ unit }) => unit).join('');
}

function byLine(all: readonly Character[]): Character[][] {
  let at = 0;
  return linesOf(textOf(all)).map((line) => all.slice(at, (at += line.length)));
}

function whatChanged(now: readonly Character[], state: readonly Character[]): { offset: number; removed: number; text: string } {
  const most = Math.min(now.length, state.length);
  let head = 0;
  while (head < most && now[head] === state[head]) head++;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === state[state.length - 1 - tail]) tail++;
  return { offset: head, removed: now.length - tail - head, text: textOf(state.slice(head, state.length - tail)) };
}
