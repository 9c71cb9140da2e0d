import type { CommitFacts } from '../model/commit.ts';
import type { Death } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { CommitPatch, FilePatch } from '../model/patch.ts';
import { authorOf } from './causeOfDeath.ts';
import { followedId, linesIn } from './fileMap.ts';
import type { Recorder } from './recorder.ts';
import type { BranchState } from './treeState.ts';

/** A merge and one of the branches that it brings together. */
export interface LeftOutInput {
  readonly commit: CommitFacts;
  readonly mine: boolean;
  readonly branch: BranchState | null;
  /** Diff from the branch to the merge; undefined where it names no file that the diff followed names: of those, the merge has the other side's. */
  readonly patch: CommitPatch | undefined;
  /** Lines of the merge, where that is on a branch; those that came to the default branch are known to be there. */
  readonly here?: ReadonlySet<number>;
  readonly store: FollowStore;
  readonly recorder: Recorder;
}

const noIds = new Int32Array(0);

/** Lines of a merged branch that the merge itself left out: no diff against the first parent shows them. */
export function endLeftOut({ commit, mine, branch, patch, here, store, recorder }: LeftOutInput): void {
  if (branch === null) return;
  const files = new Map(patch?.files.map((file) => [file.oldPath, file]));
  for (const [path, map] of branch.overlay) {
    const ids = map?.ids ?? noIds;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      if (id <= 0 || followedId(id) !== id || here?.has(id) === true || store.line(id).place !== 'branch') continue;
      recorder.died(id, { fate: fateOf(files.get(path), at + 1), cause: authorOf({ mine }), at: commit.committedAt, commit: commit.id });
    }
  }
}

/** Every AI line of a branch's own files. */
export function linesOf(state: BranchState): Set<number> {
  const found = new Set<number>();
  for (const map of state.overlay.values()) for (const id of linesIn(map)) found.add(id);
  return found;
}

/** Whether something stands in the merge where the branch had the line. */
function fateOf(file: FilePatch | undefined, line: number): Death['fate'] {
  const hunk = file?.hunks.find(({ oldStart, removed }) => line >= oldStart && line < oldStart + removed.starts.length);
  return file?.newPath === null || hunk?.added.starts.length === 0 ? 'deleted' : 'rewritten';
}
