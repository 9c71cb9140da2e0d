import { alignGap } from '../attribution/alignGap.ts';
import type { AddedLine, DiffFile, LineReader, RemovedLine } from '../attribution/commitLines.ts';
import { continued, isFollowed } from './fileMap.ts';
import { carry } from './movedBlocks.ts';

/**
 * Removed lines that live on, edited or wrapped, in added lines of the same hunk. Where an uncommitted
 * line of a contribution already claims the added line, the closer one wins, and a tie goes to the
 * contribution: it is the later text.
 */
export function matchEdited(file: DiffFile, reader: LineReader): void {
  for (const [removed, added] of hunksWithBoth(file)) {
    if (!removed.some((line) => line.heir === null && isFollowed(line.id))) continue;
    const heirs = alignGap(
      { length: removed.length, tokens: (at) => reader.tokens(removed[at]!), free: (at) => removed[at]!.heir === null },
      { length: added.length, tokens: (at) => reader.tokens(added[at]!), free: (at) => mayInherit(added[at]!) },
      reader.separators,
    );
    for (const heir of heirs) {
      const from = removed[heir.left]!;
      const to = added[heir.right[0]!]!;
      if (to.claim !== null && (to.claim.by !== 'contribution' || to.claim.similarity >= heir.similarity)) continue;
      carry(from, to, heir.kind, heir.retained, heir.similarity);
      for (const further of heir.right.slice(1)) {
        const wrapped = added[further]!;
        if (wrapped.claim !== null || from.id <= 0) continue;
        wrapped.id = from.id | continued;
        wrapped.claim = { by: 'parent' };
      }
    }
  }
}

function mayInherit(line: AddedLine): boolean {
  return line.claim === null || (line.claim.by === 'contribution' && line.claim.tier === 'similar');
}

function* hunksWithBoth(file: DiffFile): Generator<[RemovedLine[], AddedLine[]]> {
  for (const { removed, added } of file.hunks) {
    if (removed[0] < removed[1] && added[0] < added[1]) yield [file.removed.slice(...removed), file.added.slice(...added)];
  }
}
