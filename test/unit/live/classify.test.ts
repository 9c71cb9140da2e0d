import assert from 'node:assert/strict';
import { classify } from '../../../src/capture/live/classify.ts';
import { changeKinds, isAiKind } from '../../../src/capture/live/signal.ts';
import { confusion, plain, signalRows } from './signalRows.ts';

describe('kinds of changes in the editor', () => {
  for (const { action, signal, stock, reasoned, detailed } of signalRows) {
    it(`${action}: ${stock} on a stock editor`, () => assert.equal(classify(plain(signal)), stock));
    if (detailed !== undefined) it(`${action}: ${reasoned ?? stock} with a detailed reason`, () => assert.equal(classify(plain({ ...signal, detailed })), reasoned ?? stock));
  }

  it('never take for AI what is not', () => {
    for (const { action, signal, ai, detailed } of signalRows) {
      for (const reason of [null, detailed ?? null]) if (ai !== true) assert.ok(!isAiKind(classify(plain({ ...signal, detailed: reason }))), action);
    }
  });

  it('come up in the table, every one of them', () => {
    const met = new Set(signalRows.flatMap(({ stock, reasoned }) => [stock, reasoned ?? stock]));
    assert.deepEqual(changeKinds.filter((kind) => !met.has(kind)), []);
  });

  it('are told apart as the confusion table says', () => {
    const table = confusion();
    assert.deepEqual(table.stock.ai, { ai: 2, other: 0, unknown: 5 });
    assert.equal(table.stock.other.ai, 0);
    assert.deepEqual(table.detailed.ai, { ai: 7, other: 0, unknown: 0 });
    assert.equal(table.detailed.other.ai, 0);
  });

  it('do not take an edit that meets the accept command by chance for its own', () => {
    const inside = { pieces: [{ offset: 40, removed: 0, text: 'const a = 1;\n' }], acceptCommand: 'whole', atCaret: false } as const;
    assert.equal(classify(plain(inside)), 'unknown');
    assert.equal(classify(plain({ ...inside, atCaret: true })), 'inlineAccept');
    assert.equal(classify(plain({ ...inside, atCaret: true, visible: false })), 'hiddenEdit');
    const key = { pieces: [{ offset: 7, removed: 0, text: 'x' }], acceptCommand: 'whole', selection: { kind: 'keyboard', caret: 8, after: 2 } } as const;
    assert.equal(classify(plain(key)), 'typed');
  });

  it('do not take single characters for typed ones when no key moved the caret behind them', () => {
    const character = { pieces: [{ offset: 3, removed: 0, text: 'x' }] };
    assert.equal(classify(plain(character)), 'unknown');
    assert.equal(classify(plain({ ...character, selection: { kind: 'keyboard', caret: 9, after: 5 } })), 'unknown');
    assert.equal(classify(plain({ ...character, selection: { kind: 'keyboard', caret: 4, after: 900 } })), 'unknown');
    assert.equal(classify(plain({ ...character, selection: { kind: 'mouse', caret: 4, after: 5 } })), 'unknown');
    assert.equal(classify(plain({ pieces: [{ offset: 3, removed: 0, text: '𝒳' }], selection: { kind: 'keyboard', caret: 5, after: 5 } })), 'typed');
  });
});
