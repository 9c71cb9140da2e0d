import type { CommitFacts } from '../model/commit.ts';
import type { FilePatch } from '../model/patch.ts';
import { authorOf } from './causeOfDeath.ts';
import type { CommitStep } from './followCommit.ts';
import { continued, holdsAi, isFollowed } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';
import type { MergedParent } from './inheritFromParents.ts';
import type { Recorder } from './recorder.ts';

/**
 * The map of a file that a merge took from one of its other parents as it stands there. Most files of most
 * merges are of this kind; nothing has to be compared line by line.
 */
export function adoptableMap(patch: FilePatch, parents: readonly MergedParent[]): FileMap | null {
  if (patch.newPath === null || patch.binary || patch.special) return null;
  for (const parent of parents) {
    const map = parent.patches.has(patch.newPath) ? null : parent.ownMap(patch.newPath);
    if (map !== null && !map.lost) return map;
  }
  return null;
}

/** Ids whose count changed between the first parent's file and the merge's, each with how many came (+) or went (-). */
export function countChanges(old: FileMap, adopted: FileMap): Map<number, number> {
  const counts = new Map<number, number>();
  // most of the file is the same in both
  const shorter = Math.min(old.ids.length, adopted.ids.length);
  let same = 0;
  while (same < shorter && old.ids[same] === adopted.ids[same]) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && old.ids[old.ids.length - 1 - sameAtEnd] === adopted.ids[adopted.ids.length - 1 - sameAtEnd]) sameAtEnd++;
  for (const id of adopted.ids.subarray(same, adopted.ids.length - sameAtEnd)) if (isFollowed(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const id of old.ids.subarray(same, old.ids.length - sameAtEnd)) {
    if (!isFollowed(id)) continue;
    const count = (counts.get(id) ?? 0) - 1;
    if (count === 0) counts.delete(id);
    else counts.set(id, count);
  }
  return counts;
}

/** Lines that the merge lost with its branch's version of the file. How they ended is told by the branch's story, where it is no more than the choice of that version. */
export function reportGone(changes: Iterable<ReadonlyMap<number, number>>, { commit, mine }: Pick<CommitStep, 'commit' | 'mine'>, recorder: Recorder): void {
  for (const counts of changes) {
    for (const [id, count] of counts) for (let left = count; left < 0; left++) recorder.died(id, { fate: 'rewritten', cause: authorOf({ mine }), at: commit.committedAt, commit: commit.id });
  }
}

/** Lines that came with the branch's version of the file, and those that it has in another wording or moved. */
export function reportJoined(old: FileMap, adopted: FileMap, commit: CommitFacts, recorder: Recorder): void {
  if (!holdsAi(adopted)) return;
  const printOf = new Map<number, number>();
  for (let at = 0; at < old.ids.length; at++) {
    const id = old.ids[at]!;
    if (id > 0 && id < continued) printOf.set(id, old.prints[at]!);
  }
  for (let at = 0; at < adopted.ids.length; at++) {
    const id = adopted.ids[at]!;
    if (id <= 0 || id >= continued) continue;
    const print = adopted.prints[at]!;
    const same = printOf.get(id) === print;
    if (!same || recorder.wasMoved(id)) recorder.joined(id, { print, same, added: null }, commit);
  }
}
