import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { followsNeighbours } from '../model/lineText.ts';
import { alignGap } from './alignGap.ts';
import type { Candidates, Free, Take } from './claimContributions.ts';
import type { AddedLine, DiffFile, LineReader } from './commitLines.ts';

/** Still waiting for its commit, and worth comparing token by token. */
export function mayBeChanged(line: FollowedLine): boolean {
  return line.tokens !== null && line.first === null && line.supersededAt === null && line.death === null && !followsNeighbours(line.flags);
}

/** A contribution of more lines than this needs one that matched as it stands. */
const longestWithoutAnchor = 12;

/** Lines changed between writing and committing: similar tokens within a gap between lines that did match. */
export function claimSimilar(file: DiffFile, contribution: StoredContribution, free: Free, onBranch: Candidates['onBranch'], reader: LineReader, take: Take): void {
  if (!file.added.some((line) => line.claim === null)) return;
  const places = new Map<number, number>();
  file.added.forEach((line, at) => {
    if (line.claim?.by === 'contribution') places.set(line.claim.line, at);
  });
  const lines = contribution.lines;
  const anchored = lines.some((line) => places.has(line.id));
  // of a long text some lines come as they were; where none did, likeness of a few is a coincidence
  if (lines.length > longestWithoutAnchor && !anchored) return;
  const needed = anchored ? 0 : lines.filter((line) => mayBeChanged(line) && free(line)).length / 2;
  let gapStart = 0;
  let floor = 0;
  for (let at = 0; at <= lines.length; at++) {
    const place = at === lines.length ? file.added.length : places.get(lines[at]!.id);
    if (place === undefined) continue;
    // lines matched out of order do not bound a gap
    if (place >= floor && at > gapStart) similarInGap(file, lines.slice(gapStart, at), floor, place, needed, free, onBranch, reader, take);
    if (place >= floor) floor = place + 1;
    gapStart = at + 1;
  }
}

const noTokens = new Int32Array(0);

function similarInGap(file: DiffFile, lines: readonly FollowedLine[], from: number, to: number, needed: number, free: Free, onBranch: Candidates['onBranch'], reader: LineReader, take: Take): void {
  const open = (line: FollowedLine): boolean => mayBeChanged(line) && free(line);
  if (to <= from || !lines.some(open)) return;
  const added = file.added.slice(from, to);
  const heirs = alignGap(
    { length: lines.length, tokens: (at) => lines[at]!.tokens ?? noTokens, free: (at) => open(lines[at]!) },
    { length: added.length, tokens: (at) => reader.tokens(added[at]!), free: (at) => added[at]!.claim === null && !onBranch(added[at]!.print) },
    reader.separators,
  );
  if (heirs.length < needed) return;
  for (const heir of heirs) {
    const target = added[heir.right[0]!]!;
    if (target.claim !== null) continue;
    const line = lines[heir.left]!;
    take(target, line, heir.kind === 'reformatted' ? 'white space' : 'similar', false, heir.retained, heir.similarity);
    for (const further of heir.right.slice(1)) {
      const wrapped = added[further]!;
      if (wrapped.claim === null) continueLine(wrapped, line.id);
    }
  }
}

/** Ids of lines that a followed line was wrapped to carry this bit; see survival/fileMap. */
export const continuedBit = 1 << 29;

function continueLine(wrapped: AddedLine, id: number): void {
  wrapped.id = id | continuedBit;
  wrapped.claim = { by: 'parent' };
}
