import assert from 'node:assert/strict';
import { join, sep } from 'node:path';
import { changeLine } from '../../../src/vscode/live/changeLine.ts';

describe('the line of the log about a change', () => {
  const root = join(sep, 'work', 'garden');
  const document = { root, file: join(root, 'src', 'beds.ts') };
  const pieces = [{ offset: 30, removed: 4, text: 'secret' }, { offset: 2, removed: 0, text: 'more' }];

  it('gives kind and counts, and no text', () => {
    assert.equal(changeLine(document, { kind: 'unknown', pieces, detailed: null }), `edit: unknown, +10 -4, no reason given: ${join('src', 'beds.ts')}`);
  });

  it('gives the source that the editor named, and nothing else of its reason', () => {
    const line = changeLine(document, { kind: 'inlineAccept', pieces, detailed: { source: 'inlineCompletionAccept', metadata: { $$requestUuid: 'private' } } });
    assert.equal(line, `edit: inlineAccept, +10 -4, reason inlineCompletionAccept: ${join('src', 'beds.ts')}`);
  });
});
