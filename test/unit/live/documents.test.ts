import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LiveCapture, startLiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { KeptByWindow } from '../../../src/capture/live/liveCapture.ts';
import { isAiOrigin, isHandOrigin } from '../../../src/capture/live/spans.ts';
import { editor, file, linesOf, root } from './editor.ts';

/** Where a character of the model comes from: typed by hand, accepted from AI, or unknown. */
type From = 'h' | 'a' | '.';
interface Character {
  readonly unit: string;
  readonly from: From;
}

/** How somebody else leaves the file. */
interface Rewrite {
  readonly type: 'reload' | 'checkout' | 'rewritten while closed';
  readonly cut: number;
  readonly length: number;
  readonly fresh: number;
  readonly bring: boolean;
}

type Action =
  | Rewrite
  | { readonly type: 'type' | 'accept' | 'insert'; readonly place: number; readonly text: string }
  | { readonly type: 'remove'; readonly place: number; readonly length: number }
  | { readonly type: 'undo' | 'redo' | 'save' | 'revert' | 'reopen' | 'next window' | 'rename' | 'hand over' };

const place = fc.nat(2000);
const word = fc.string({ unit: fc.constantFrom('x', 'y', ' ', '('), minLength: 1, maxLength: 5 });
const change = { cut: fc.nat(60), length: fc.nat(4), fresh: fc.nat(3), bring: fc.boolean() };
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('type' as const, 'accept' as const, 'insert' as const), place, text: word }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), place, length: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('save' as const, 'revert' as const, 'reopen' as const, 'next window' as const, 'rename' as const, 'hand over' as const) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('reload' as const, 'checkout' as const, 'rewritten while closed' as const), ...change }) },
);

describe('spans of an open document', () => {
  const key = { k0: 5, k1: 6 };
  const window = (): LiveCapture => startLiveCapture({ session: 'window', key, branchOf: () => 'main', onSettled: () => undefined });

  it('are those of a document kept character by character, whatever happens to it and its window', () => {
    const happened = new Map<string, number>();
    fc.assert(fc.property(fc.array(action, { maxLength: 40, size: 'max' }), (actions) => {
      let capture = window();
      let name = file;
      let lines = 0;
      /** Every line is another one, so that there is one truth about which of them stayed. */
      const fresh = (count: number): Character[] => Array.from({ length: count }, () => `const line${++lines} = ${lines};\n`.split('').map((unit): Character => ({ unit, from: '.' }))).flat();
      let model: readonly Character[] = fresh(12);
      let one = editor(capture, name, textOf(model));
      let saved = true;
      let onDisk = textOf(model);
      let undoable: (readonly Character[])[] = [];
      let redoable: (readonly Character[])[] = [];
      const gone = new Map<string, readonly Character[]>();
      const edit = (now: readonly Character[]): void => {
        undoable.push(model);
        redoable = [];
        model = now;
        saved = false;
      };
      const spliced = (at: number, removed: number, text: string, from: From): Character[] => [...model.slice(0, at), ...text.split('').map((unit) => ({ unit, from })), ...model.slice(at + removed)];
      const from = (now: readonly Character[]): void => {
        const stay = new Set(linesOf(textOf(now)));
        for (const line of byLine(model)) if (line.some((each) => each.from !== '.') && !stay.has(textOf(line))) gone.set(textOf(line), line);
      };
      /** The file as somebody else leaves it: some lines cut, some new, some of those that were cut before. */
      const rewritten = ({ cut, length, fresh: count, bring }: Rewrite): Character[] => {
        const all = byLine(model);
        // A last line without a line end would become another line.
        const ended = textOf(model).endsWith('\n') || all.length === 0;
        const at = cut % (all.length + (ended ? 1 : 0));
        const back = bring ? [...gone.values()].filter((line) => line.length >= 12 && line.at(-1)!.unit === '\n' && !linesOf(textOf(model)).includes(textOf(line))).slice(0, 2).map((line) => line.map((each) => ({ ...each }))) : [];
        return [...all.slice(0, at), fresh(count), ...back, ...all.slice(at + length)].flat();
      };
      const begin = (next: LiveCapture): void => {
        capture = next;
        one = editor(capture, name, textOf(model), { unsaved: !saved });
        capture.opened(one.document);
        undoable = [];
        redoable = [];
      };
      const save = (): void => {
        one.save();
        one.wait(2000);
        saved = true;
        onDisk = textOf(model);
      };
      for (const each of actions) {
        happened.set(each.type, (happened.get(each.type) ?? 0) + 1);
        if (each.type === 'type') {
          const at = each.place % (model.length + 1);
          one.type(each.text, at);
          for (const [index, unit] of each.text.split('').entries()) edit(spliced(at + index, 0, unit, 'h'));
        } else if (each.type === 'accept' || each.type === 'insert') {
          const at = each.place % (model.length + 1);
          const text = `${each.text}z`;
          if (each.type === 'accept') one.accept('whole', text, at);
          else one.insert(text, { atCaret: false }, at);
          one.wait(3000);
          edit(spliced(at, 0, text, each.type === 'accept' ? 'a' : '.'));
        } else if (each.type === 'remove') {
          const at = each.place % (model.length + 1);
          const removed = Math.min(each.length, model.length - at);
          if (removed === 0) continue;
          one.insert('', {}, at, removed);
          edit(spliced(at, removed, '', '.'));
        } else if (each.type === 'undo' || each.type === 'redo') {
          const [back, forth] = each.type === 'undo' ? [undoable, redoable] : [redoable, undoable];
          const state = back.pop();
          if (state === undefined) continue;
          forth.push(model);
          one.travel(each.type, textOf(state), whatChanged(model, state));
          model = state;
          saved = false;
        } else if (each.type === 'save') save();
        else if (each.type === 'revert') {
          if (saved) continue;
          // What unsaved changes made of the lines can't be told: all that is given back is of unknown origin.
          const [old, now] = [byLine(model), linesOf(onDisk).map((line) => line.split('').map((unit): Character => ({ unit, from: '.' })))];
          let head = 0;
          while (head < Math.min(old.length, now.length) && textOf(old[head]!) === textOf(now[head]!)) head++;
          let tail = 0;
          while (tail < Math.min(old.length, now.length) - head && textOf(old.at(-1 - tail)!) === textOf(now.at(-1 - tail)!)) tail++;
          one.reload(onDisk, false);
          one.wait(20_000);
          undoable.push(model);
          redoable = [];
          model = [...old.slice(0, head), ...now.slice(head, now.length - tail), ...old.slice(old.length - tail)].flat();
          saved = true;
        } else if (each.type === 'hand over') capture.take(one.at(), true);
        else if (each.type === 'reopen') {
          if (!saved) save();
          capture.closed(one.document);
          begin(capture);
        } else if (each.type === 'rename') {
          if (!saved) save();
          const before = name;
          name = `${root}/src/renamed${lines}.ts`;
          const now = editor(capture, name, textOf(model));
          capture.renamed(before, name, (wanted) => (wanted === name ? now.document : null));
          one = now;
          undoable = [];
          redoable = [];
        } else if (each.type === 'next window') {
          const kept = JSON.parse(JSON.stringify(capture.keep(one.at()))) as KeptByWindow;
          const next = window();
          next.restore(kept, one.at());
          begin(next);
        } else if (each.type === 'rewritten while closed') {
          if (!saved) save();
          capture.closed(one.document);
          const now = rewritten(each);
          from(now);
          model = now;
          onDisk = textOf(now);
          begin(capture);
        } else if (each.type === 'reload' || each.type === 'checkout') {
          if (!saved) save();
          if (each.type === 'checkout') capture.headMoved(root, one.at());
          const now = rewritten(each);
          const text = textOf(now);
          if (text === one.text()) continue;
          from(now);
          one.reload(text);
          one.wait(20_000);
          undoable.push(model);
          redoable = [];
          model = now;
          onDisk = textOf(now);
        }
        assert.equal(one.text(), textOf(model));
        capture.take(one.at());
        assert.equal(seen(capture, name, model.length), model.map((character) => character.from).join(''), each.type);
      }
    }), { numRuns: 300 });
    assert.ok([...happened.values()].every((count) => count > 100), 'everything happened often');
  });

  it('are known in a second window only as the ledger knows them, and are told by the first alone', () => {
    const [first, second] = [window(), window()];
    const one = editor(first);
    const other = editor(second);
    one.type('const typed = 1;\n');
    one.accept('whole', 'const accepted = 2;\n');
    one.save();
    other.reload(one.text());
    other.wait(3000);
    assert.deepEqual([first.take(one.at() + 5000, true).get(root)?.edits.length, second.take(other.at(), true).size], [1, 0]);
    const [asked] = second.unrecognised(root);
    assert.equal(asked?.text, one.text());
    second.recognise(file, asked.version, [2]);
    assert.deepEqual([second.hasAi(file, 0, 16), second.hasAi(file, 17, 30)], [false, true]);
    assert.deepEqual(second.unrecognised(root), []);
    other.type('const own = 3;\n');
    other.save();
    const told = second.take(other.at(), true).get(root);
    assert.deepEqual([told?.edits, told?.typed.map(({ before }) => before)], [[], [one.text()]]);
  });

  it('are left for the next time where the text changed while the ledger was asked', () => {
    const capture = window();
    const one = editor(capture, file, 'const before = 0;\n');
    one.reload('const before = 0;\nconst agent = 1;\n');
    const [asked] = capture.unrecognised(root);
    one.type('x', 0);
    capture.recognise(file, asked!.version, [2]);
    assert.equal(capture.hasAi(file, 0, 100), false);
    assert.equal(capture.unrecognised(root).length, 1);
  });

  it('stay while the file is changed on the disk under unsaved changes, and go with those when they are given up', () => {
    const capture = window();
    const one = editor(capture, file, 'const before = 0;\n');
    one.type('const typed = 1;\n');
    capture.diskChanged(file, one.at());
    capture.take(one.at());
    assert.equal(seen(capture, file, one.text().length), '.'.repeat(18) + 'h'.repeat(16) + '.');
    one.reload('const before = 0;\nconst agent = 1;\n', false);
    capture.take(one.at());
    assert.equal(capture.keep(one.at()).documents.length, 0);
  });

  it('leave no text in what is kept', () => {
    const capture = window();
    const one = editor(capture);
    one.type('const secret = 1;\n');
    one.accept('whole', 'const accepted = 2;\n');
    assert.doesNotMatch(JSON.stringify(capture.keep(one.at())), /secret|accepted|const/);
  });
});

function seen(capture: LiveCapture, name: string, length: number): string {
  const kept = capture.keep(0).documents.find(([file]) => file === name)?.[1];
  const text = (kept?.runs ?? []).map((run) => (isAiOrigin(run.origin) ? 'a' : isHandOrigin(run.origin) ? 'h' : '.').repeat(run.length)).join('');
  return text === '' ? '.'.repeat(length) : text;
}

function textOf(all: readonly Character[]): string {
  return all.map(({ unit }) => unit).join('');
}

function byLine(all: readonly Character[]): Character[][] {
  let at = 0;
  return linesOf(textOf(all)).map((line) => all.slice(at, (at += line.length)));
}

/** What an editor tells of an undo: the stretch between the characters that stayed. */
function whatChanged(now: readonly Character[], state: readonly Character[]): { offset: number; removed: number; text: string } {
  const most = Math.min(now.length, state.length);
  let head = 0;
  while (head < most && now[head] === state[head]) head++;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === state[state.length - 1 - tail]) tail++;
  return { offset: head, removed: now.length - tail - head, text: textOf(state.slice(head, state.length - tail)) };
}
