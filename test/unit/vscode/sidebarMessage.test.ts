import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSidebarMessage } from '../../../src/model/sidebarMessage.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('parseSidebarMessage', () => {
  const good = [
    { type: 'ready' },
    { type: 'choose', root: '/a' },
    { type: 'dismiss', key: 'k' },
    { type: 'diff', path: 'a/b.ts', before: `${commit}^`, after: commit },
    { type: 'diff', path: 'a/b.ts', before: null, after: null },
    { type: 'answerWeek', week: '2026-02-02T00:00:00.000Z', saved: 3, fixing: 0.5 },
    { type: 'skipWeek', week: '2026-02-02T00:00:00.000Z' },
    { type: 'neverAsk' },
    { type: 'evidence', title: 'Merged', filters: [{ fate: 'rewritten', cause: 'me' }, { week: { start: '2026-01-05T00:00:00.000Z', event: 'merged' } }] },
  ];
  for (const message of good) {
    it(`takes ${JSON.stringify(message)}`, () => assert.deepEqual(parseSidebarMessage(message), message));
  }

  const bad = [
    null, 'ready', {}, { type: 'run' }, { type: 'ready', more: 1 }, { type: 'choose' }, { type: 'dismiss', key: '' },
    { type: 'diff', path: 'a', before: '--upload-pack=x', after: commit }, { type: 'diff', path: 'a', before: 'HEAD', after: null }, { type: 'diff', path: '', before: null, after: null },
    { type: 'answerWeek', week: 'last', saved: 3, fixing: 1 }, { type: 'answerWeek', week: '2026-02-02T00:00:00.000Z', saved: -1, fixing: 1 },
    { type: 'answerWeek', week: '2026-02-02T00:00:00.000Z', saved: 1, fixing: 169 }, { type: 'answerWeek', week: '2026-02-02T00:00:00.000Z', saved: 1 },
    { type: 'skipWeek', week: '2026-02-02T00:00:00.000Z', saved: 1 },
    { type: 'evidence', title: 'x', filters: [] }, { type: 'evidence', title: 'x', filters: [{ author: 'someone' }] }, { type: 'evidence', title: 'x', filters: [{ fate: 'eaten' }] },
  ];
  for (const message of bad) {
    it(`refuses ${JSON.stringify(message)}`, () => assert.equal(parseSidebarMessage(message), null));
  }

  it('refuses anything else without failing', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(parseSidebarMessage(value), null)));
  });
});
