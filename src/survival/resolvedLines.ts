import { diffFile } from '../attribution/commitLines.ts';
import type { AddedLine, DiffFile } from '../attribution/commitLines.ts';
import { matchEdited } from './editedLines.ts';
import { continued, followedId, idAt } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';
import type { FollowTools } from './followCommit.ts';
import type { MergedParent } from './inheritFromParents.ts';
import { matchReindented } from './movedBlocks.ts';

/** A line of a merged branch that whoever made the merge changed there. */
export interface ResolvedLine {
  readonly id: number;
  readonly change: 'kept' | 'reformatted' | 'edited' | 'moved';
  /** Share of its tokens that the change left, 0 to 1. */
  readonly retained: number;
  readonly heir: AddedLine;
}

/**
 * Lines that a merge has from one of its other parents, but not as they stood there: a conflict was settled by
 * hand. The diff against the first parent shows the new text only; what it was is in the diff against the other.
 *
 *   first parent   limit = 10;
 *   branch         limit = LIMIT;           an agent's
 *   merge          limit = LIMIT + 10;      the branch's line, edited by whoever merged
 *
 * @param old the first parent's map of the file
 */
export function matchResolved(file: DiffFile, old: FileMap, parents: readonly MergedParent[], tools: FollowTools): ResolvedLine[] {
  const free = new Map<number, AddedLine>();
  for (const line of file.added) if (line.claim === null) free.set(line.number, line);
  if (free.size === 0) return [];
  const present = linesAfter(file, old);
  const found: ResolvedLine[] = [];
  for (const parent of parents) {
    const patch = parent.patches.get(file.path);
    const map = patch === undefined || patch.oldPath === null ? null : parent.state.get(patch.oldPath);
    if (patch === undefined || map === null || map.lost || !parent.holds(patch.oldPath!)) continue;
    const theirs = diffFile(patch, tools.key, (line) => idAt(map, line));
    const elsewhere = theirs.added[0];
    if (elsewhere === undefined) continue;
    // what the first parent has as well, or what is somebody's already, is told from there
    for (const line of theirs.removed) if (present.has(followedId(line.id))) line.heir = elsewhere;
    for (const line of theirs.added) if (!free.has(line.number)) line.claim = { by: 'parent' };
    matchReindented(theirs, tools.reader);
    matchEdited(theirs, tools.reader);
    for (const line of theirs.added) {
      const heir = free.get(line.number);
      if (heir === undefined || followedId(line.id) === 0) continue;
      free.delete(line.number);
      present.add(followedId(line.id));
      heir.id = line.id;
      heir.claim = { by: 'parent' };
      if (line.claim?.by !== 'line' || line.id >= continued) continue;
      found.push({ id: line.id, change: line.claim.change, retained: line.claim.retained, heir });
      for (const removed of file.removed) if (removed.id === line.id) removed.heir = heir;
    }
  }
  return found;
}

/** Lines that the merge has by what is known so far. */
function linesAfter(file: DiffFile, old: FileMap): Set<number> {
  const ended = new Set<number>();
  for (const line of file.removed) if (line.heir === null) ended.add(followedId(line.id));
  const here = new Set<number>();
  for (const id of old.ids) if (followedId(id) > 0 && !ended.has(followedId(id))) here.add(followedId(id));
  for (const line of file.added) if (followedId(line.id) > 0) here.add(followedId(line.id));
  return here;
}
