import { diffFile, printsOf } from '../attribution/commitLines.ts';
import type { DiffFile } from '../attribution/commitLines.ts';
import type { FilePatch } from '../model/patch.ts';
import { adoptableMap } from './adoptMerged.ts';
import { applyHunks, emptyFile, firstOther, holdsFollowed, idAt, isFollowed, loseFile, other, printAt } from './fileMap.ts';
import type { AddedIds, FileMap } from './fileMap.ts';
import type { CommitStep, FollowTools } from './followCommit.ts';
import { mapBefore, worthKeeping } from './treeState.ts';

/** A file of the commit on its way through the steps. */
export interface Change {
  readonly patch: FilePatch;
  readonly old: FileMap;
  /** Built only for files that somebody's lines are or may be in. */
  diff: DiffFile | null;
  lost: boolean;
  /** The file as one of the merged branches has it, where the merge took it as it stands there. */
  adopted: FileMap | null;
}

/** What the commit does to one file, and whether anybody's lines are or may be in it. */
export function readChange(patch: FilePatch, step: CommitStep, tools: FollowTools): Change {
  const old = mapBefore(step.state, patch.oldPath) ?? emptyFile;
  const change: Change = { patch, old, diff: null, lost: old.lost || patch.binary || patch.special, adopted: null };
  if (patch.oldPath !== null && patch.newPath !== null && patch.oldPath !== patch.newPath) tools.renamed(patch.oldPath, patch.newPath);
  if (change.lost) {
    if (!old.lost && holdsFollowed(old)) lose(change, step, tools);
    return change;
  }
  change.adopted = step.attestations.length > 0 ? null : adoptableMap(patch, step.merged);
  if (change.adopted !== null) return change;
  const path = patch.newPath ?? patch.oldPath ?? '';
  const interesting =
    patch.hunks.length > 0 &&
    (holdsFollowed(old) || tools.candidates(path, step) !== null || tools.typed(path, step) !== null || step.attestations.some((each) => each.path === path) || step.merged.some((parent) => parent.holds(path)) || (step.comparison !== other && !tools.excluded(path)));
  if (!interesting) return change;
  change.diff = build(change, tools);
  if (change.diff.removed.some((line) => printAt(old, line.number) !== 0 && printAt(old, line.number) !== line.print)) {
    lose(change, step, tools);
    change.diff = null;
    change.lost = true;
  }
  return change;
}

/** Makes the line objects of a file that was not looked at so far. */
export function build(change: Change, tools: FollowTools): DiffFile {
  return diffFile(change.patch, tools.key, (line) => idAt(change.old, line));
}

function lose(change: Change, step: CommitStep, tools: FollowTools): void {
  const ids = [...change.old.ids].filter((id) => isFollowed(id));
  tools.recorder.lost(change.patch.newPath ?? change.patch.oldPath ?? '', ids, step.commit);
}

/** Puts the file's new map into the commit's tree. */
export function writeChange(change: Change, step: CommitStep, tools: FollowTools): void {
  const { patch, old } = change;
  if (patch.newPath === null) return;
  if (change.adopted !== null) {
    step.state.set(patch.newPath, change.adopted);
    return;
  }
  // a file in which nobody's line is needs no map: it is as good as unseen, and a map that is not kept up would be wrong
  if (change.diff === null && !worthKeeping(old) && (change.lost || !tools.keepAllMaps)) {
    if (step.state.get(patch.newPath) !== null) step.state.set(patch.newPath, null);
    return;
  }
  if (change.lost) {
    step.state.set(patch.newPath, loseFile(applyHunks(old, patch.hunks, patch.hunks.map((hunk) => blankIds(hunk.added.starts.length)))));
    return;
  }
  const added: AddedIds[] = change.diff === null ? patch.hunks.map((hunk) => ({ ids: new Int32Array(hunk.added.starts.length), prints: printsOf(tools.key, hunk.added) })) : idsByHunk(change.diff, step, tools);
  const map = { ...applyHunks(old, patch.hunks, added), ...(step.mine ? { touchedAt: step.commit.committedAt } : {}) };
  step.state.set(patch.newPath, map);
}

function blankIds(length: number): AddedIds {
  return { ids: new Int32Array(length), prints: new Float64Array(length) };
}

function idsByHunk(file: DiffFile, step: CommitStep, tools: FollowTools): AddedIds[] {
  const result = file.patch.hunks.map((hunk) => blankIds(hunk.added.starts.length)) as { ids: Int32Array; prints: Float64Array }[];
  const filled = new Int32Array(result.length);
  const mayCompare = step.comparison <= firstOther && !tools.excluded(file.path);
  let compared = 0;
  for (const line of file.added) {
    const at = filled[line.hunk]!++;
    let id = line.id;
    if (mayCompare && line.claim === null && tools.reader.flags(line) === 0) {
      id = step.comparison;
      compared++;
    }
    result[line.hunk]!.ids[at] = id;
    result[line.hunk]!.prints[at] = line.print;
  }
  if (compared > 0) tools.recorder.compared(compared, step.commit);
  return result;
}
