import assert from 'node:assert/strict';
import type { Claim } from '../../../src/attribution/commitLines.ts';
import { changeFlags } from '../../../src/model/followedLine.ts';
import type { FollowedLine } from '../../../src/model/followedLine.ts';
import { asWritten, foundAgain } from '../../../src/survival/lineChanges.ts';

type Found = Extract<Claim, { by: 'contribution' }>;

const [written, loose, other] = [11, 12, 13];
const claim = (tier: Found['tier'], moved = false): Found => ({ by: 'contribution', line: 1, tier, moved, retained: 1, similarity: 1 });

function editedLine(tier: Found['tier']): FollowedLine {
  return {
    id: 1, contribution: 1, ordinal: 0, fingerprint: written, loose, writtenAt: 0, tokens: null, flags: 0, first: { commit: 'c', at: 1, path: 'a.ts', line: 1 }, tier, pushedAt: null, merged: null,
    changes: changeFlags.edited, editCause: 'me', retained: 0.7, death: null, place: 'branch', supersededAt: null,
  };
}

const after = (change: (line: FollowedLine) => void, tier: Found['tier'] = 'exact'): unknown[] => {
  const line = editedLine(tier);
  change(line);
  return [line.changes, line.editCause, line.retained];
};

describe('a line that is found again', () => {
  it('is what it was written as, where it reads so', () => {
    assert.deepEqual(after((line) => foundAgain(line, written, () => loose, claim('exact'))), [0, null, 1]);
    assert.deepEqual(after((line) => foundAgain(line, written, () => loose, claim('exact', true))), [changeFlags.moved, null, 1]);
  });

  it('was edited all the same, where its first commit had it otherwise', () => {
    assert.deepEqual(after((line) => asWritten(line, false), 'similar'), [changeFlags.edited, 'me', 1]);
  });

  it('is reformatted, where only its white space is another', () => {
    assert.deepEqual(after((line) => foundAgain(line, other, () => loose, claim('white space'))), [changeFlags.reformatted, null, 1]);
  });

  it('stays what its branch made of it, where it reads as it did there', () => {
    assert.deepEqual(after((line) => foundAgain(line, other, () => other, claim('exact'))), [changeFlags.edited, 'me', 0.7]);
    assert.deepEqual(after((line) => foundAgain(line, other, () => other, claim('white space'))), [changeFlags.edited | changeFlags.reformatted, 'me', 0.7]);
  });
});
