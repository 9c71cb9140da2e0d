import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PatchHunk, PatchLines } from '../../../src/model/patch.ts';
import { applyHunks, before, emptyFile, idAt, unseenFile } from '../../../src/survival/fileMap.ts';
import type { FileMap } from '../../../src/survival/fileMap.ts';
import { decodeFileMap, encodeFileMap } from '../../../src/survival/fileMapCodec.ts';

function lines(count: number): PatchLines {
  return { bytes: new Uint8Array(0), starts: Array.from({ length: count }, () => 0), ends: Array.from({ length: count }, () => 0) };
}

function hunk(oldStart: number, removed: number, newStart: number, added: number): PatchHunk {
  return { oldStart, newStart, removed: lines(removed), added: lines(added) };
}

function mapOf(ids: readonly number[], whole = true): FileMap {
  return { ids: Int32Array.from(ids), prints: Float64Array.from(ids, (id) => Math.abs(id) * 3 + 1), whole, touchedAt: 1_700_000_000_123, lost: false };
}

const added = (...ids: number[]): { ids: number[]; prints: number[] } => ({ ids, prints: ids.map((id) => id * 3 + 1) });

describe('file maps', () => {
  it('adds, removes and replaces at the lines git names', () => {
    const map = applyHunks(mapOf([1, 2, 3, 4]), [hunk(1, 1, 0, 0), hunk(2, 0, 2, 2), hunk(4, 1, 5, 1)], [added(), added(10, 11), added(12)]);
    assert.deepEqual([...map.ids], [2, 10, 11, 3, 12]);
  });

  it('knows nothing of lines before the first it saw', () => {
    const map = applyHunks(unseenFile, [hunk(5, 0, 6, 2)], [added(7, 8)]);
    assert.deepEqual([...map.ids], [before, before, before, before, before, 7, 8]);
    assert.equal(idAt(map, 8), before);
    assert.equal(map.whole, false);
  });

  it('follows any sequence of edits like a document does', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), add: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        let document: number[] = [];
        let map = emptyFile;
        let next = 1;
        for (const { at, remove, add } of edits) {
          const from = at % (document.length + 1);
          const removed = Math.min(remove, document.length - from);
          const ids = Array.from({ length: add }, () => next++);
          if (removed + add === 0) continue;
          map = applyHunks(map, [hunk(removed === 0 ? from : from + 1, removed, from + 1, add)], [added(...ids)]);
          document = document.toSpliced(from, removed, ...ids);
          assert.deepEqual([...map.ids], document);
        }
      }),
    );
  });

  it('come back from the ledger as they were, but for the prints of lines nobody follows', () => {
    const id = fc.oneof(fc.integer({ min: 1, max: 2 ** 29 }), fc.integer({ min: -5000, max: 0 }));
    fc.assert(
      fc.property(fc.array(fc.oneof(id.map((first) => [first]), fc.integer({ min: 1, max: 2 ** 20 }).map((first) => [first, first + 1, first + 2]))), fc.boolean(), (runs, whole) => {
        const map = mapOf(runs.flat(), whole);
        const back = decodeFileMap(encodeFileMap(map));
        assert.deepEqual(back.ids, map.ids);
        assert.equal(back.whole, whole);
        assert.equal(back.touchedAt, map.touchedAt);
        back.prints.forEach((print, at) => assert.equal(print, map.ids[at]! > 0 ? map.prints[at] : 0));
      }),
    );
  });

  it('refuses bytes that are cut short', () => {
    const bytes = encodeFileMap(mapOf([1, 2, 3]));
    assert.throws(() => decodeFileMap(bytes.subarray(0, bytes.length - 1)), /cut short/);
  });
});
