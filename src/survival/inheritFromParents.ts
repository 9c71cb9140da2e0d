import type { DiffFile } from '../attribution/commitLines.ts';
import type { FilePatch } from '../model/patch.ts';
import { followedId, idAt, other } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';
import type { TreeState } from './treeState.ts';

/** A parent of a merge other than the first, with the diff from it to the merge. */
export interface MergedParent {
  readonly state: TreeState;
  /** Diff of each file of the merge from this parent, by the file's path in the merge. */
  readonly patches: ReadonlyMap<string, FilePatch>;
  /** The map of a file that was followed on this parent's branch; null where it was not. */
  readonly ownMap: (path: string) => FileMap | null;
  /** Does the parent's tree hold followed lines in this file? */
  readonly holds: (path: string) => boolean;
}

/**
 * A merge's diff against its first parent shows everything the branch brought as added. Which of it is
 * the branch's own, line by line, the diff against the branch tells: what is not added there stood there.
 *
 *   first parent ──diff 1──► merge ◄──diff 2── branch
 *                            line 7: added in diff 1, not in diff 2  →  it is the branch's line 7 - shift
 *
 * The same rule as `git blame` has; positions, not guesses.
 */
export function inheritFromParents(file: DiffFile, old: FileMap, parents: readonly MergedParent[]): void {
  if (file.patch.newPath === null) return;
  const gone = new Set(file.removed.map((line) => line.id));
  const present = new Set<number>();
  for (const id of old.ids) if (id > 0 && !gone.has(id)) present.add(id);
  for (const parent of parents) {
    const patch = parent.patches.get(file.path);
    const map = parent.state.get(patch === undefined ? file.path : (patch.oldPath ?? file.path));
    if (patch?.oldPath === null) continue;
    const oldLine = positionsBefore(patch);
    for (const line of file.added) {
      if (line.claim !== null) continue;
      const place = oldLine(line.number);
      if (place === null) continue;
      const id = map === null ? other : idAt(map, place);
      line.claim = { by: 'parent' };
      if (followedId(id) === 0 || present.has(id)) continue;
      present.add(id);
      line.id = id;
      // the branch edited a line that the first parent has too: one line, not a death and a birth
      if (gone.has(id)) for (const removed of file.removed) if (removed.id === id) removed.heir = line;
    }
  }
}

/** From a line of the new file to the line it was in the old one; null for added lines. Ask in ascending order. */
function positionsBefore(patch: FilePatch | undefined): (line: number) => number | null {
  const hunks = patch?.hunks ?? [];
  let at = 0;
  let shift = 0;
  return (line) => {
    while (at < hunks.length) {
      const hunk = hunks[at]!;
      const added = hunk.added.starts.length;
      const first = added === 0 ? hunk.newStart + 1 : hunk.newStart;
      if (line < first) break;
      if (line < first + added) return null;
      shift += hunk.removed.starts.length - added;
      at++;
    }
    return line + shift;
  };
}
