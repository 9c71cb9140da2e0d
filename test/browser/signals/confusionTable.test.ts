import assert from 'node:assert/strict';
import { confusionTable, taken } from './confusionTable.ts';
import type { SignalRow } from './signalRow.ts';

const row = (action: string, ai: Pick<SignalRow, 'ai' | 'emulated'> = {}): SignalRow => ({ action, text: '', leaves: '', perform: async () => undefined, stock: [], detailed: [], ...ai });

describe('the confusion table of edits', () => {
  it('takes an action for AI as soon as one of its changes is', () => {
    assert.equal(taken(['typed', 'inlineAccept', 'unknown']), 'ai');
    assert.equal(taken(['typed', 'hiddenEdit']), 'unknown');
    assert.equal(taken(['typed', 'undo']), 'other');
    assert.equal(taken([]), 'nothing');
  });

  it('counts AI text and other text apart, way by way, and gives every action', () => {
    const [typed, accepted, agent] = [row('type'), row('accept', { ai: true }), row('agent', { ai: true, emulated: true })];
    const table = confusionTable(new Map([
      ['stock', new Map([[typed, ['typed']], [accepted, ['typed', 'unknown']], [agent, []]])],
      ['detailed', new Map([[typed, ['typed']], [accepted, ['typed', 'inlineAccept']]])],
    ]));
    assert.deepEqual(table.split('\n').filter((line) => !line.includes('---')), [
      '| way | text | actions | taken for AI | unknown | another kind | no change seen |',
      '| stock | AI | 2 | 0 | 1 | 0 | 1 |',
      '| stock | other | 1 | 0 | 0 | 1 | 0 |',
      '| detailed | AI | 1 | 1 | 0 | 0 | 0 |',
      '| detailed | other | 1 | 0 | 0 | 1 | 0 |',
      '',
      '| action | AI | stock | detailed |',
      '| type |  | typed | typed |',
      '| accept | yes | typed, unknown | typed, inlineAccept |',
      '| agent | emulated | (nothing) | (not run) |',
      '',
    ]);
  });
});
