import { patchesOf } from '../git/history.ts';
import type { GitContext } from '../git/process.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { CommitPatch, FilePatch } from '../model/patch.ts';
import { before, unseenFile } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';
import { printsOf } from '../attribution/commitLines.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';

/** Branches that started further back than the last run are many in some repositories; the latest matter. */
const mostBases = 24;

/** The tree that a branch started from, when that is older than the commit at which the last run ended. */
export type EarlierBase = (path: string) => FileMap | null;

export interface EarlierBasesInput {
  readonly git: GitContext;
  readonly key: FingerprintKey;
  readonly store: FollowStore;
  /** Where the last run ended; the maps that `load` gives are of this commit. */
  readonly cursor: CommitId;
  readonly load: EarlierBase;
  /** First parents that no planned commit is, of the commits to be read. */
  readonly commits: readonly CommitFacts[];
}

/**
 * Maps of earlier commits, worked out backwards from the maps at the cursor: lines that are still there keep
 * their ids, and lines that died since are recognised by their fingerprints.
 *
 *   base ──────────── cursor (maps are known)
 *     └── branch …     base line 7 unchanged → the cursor's line 9;  base line 8 removed since → a dead line, by content
 */
export async function readEarlierBases(input: EarlierBasesInput): Promise<Map<CommitId, EarlierBase>> {
  const bases = new Map<CommitId, EarlierBase>();
  const wanted = [...new Set(input.commits.toSorted((a, b) => b.committedAt - a.committedAt).flatMap((commit) => commit.parents.slice(0, 1)))];
  const asked = wanted.filter((id) => id !== input.cursor).slice(0, mostBases);
  for (const id of wanted) bases.set(id, id === input.cursor ? input.load : () => null);
  let at = 0;
  for await (const patch of patchesOf(input.git, asked.map((base) => ({ id: input.cursor, parents: [base] })), { allParents: false })) bases.set(asked[at++]!, baseFrom(patch, input));
  return bases;
}

function baseFrom(patch: CommitPatch, input: EarlierBasesInput): EarlierBase {
  const byOldPath = new Map(patch.files.map((file) => [file.oldPath ?? `\0${file.newPath}`, file]));
  const created = new Set(patch.files.flatMap((file) => (file.oldPath === null && file.newPath !== null ? [file.newPath] : [])));
  return (path) => {
    if (created.has(path)) return null;
    const file = byOldPath.get(path);
    if (file === undefined) return input.load(path);
    if (file.binary || file.special) return null;
    return undo(file, (file.newPath === null ? null : input.load(file.newPath)) ?? unseenFile, path, input);
  };
}

/** The map before the diff, from the map after it. */
function undo(file: FilePatch, after: FileMap, path: string, input: EarlierBasesInput): FileMap {
  const ids: number[] = [];
  const prints: number[] = [];
  const dead = deadLines(path, input.store);
  let line = 1;
  const keep = (until: number): void => {
    for (; line < until; line++) {
      ids.push(after.ids[line - 1] ?? before);
      prints.push(after.prints[line - 1] ?? 0);
    }
  };
  for (const hunk of file.hunks) {
    const added = hunk.added.starts.length;
    keep(added === 0 ? hunk.newStart + 1 : hunk.newStart);
    for (const print of printsOf(input.key, hunk.removed)) {
      ids.push(dead.get(print)?.shift() ?? before);
      prints.push(print);
    }
    line += added;
  }
  keep(after.ids.length + 1);
  return { ...after, ids: Int32Array.from(ids), prints: Float64Array.from(prints), whole: false };
}

/** Lines of the path that were on the default branch and died there, by fingerprint, in the order of writing. */
function deadLines(path: string, store: FollowStore): Map<number, number[]> {
  const dead = new Map<number, number[]>();
  for (const { lines } of store.contributionsAt(path)) {
    for (const line of lines) {
      if (line.merged === null || line.death === null) continue;
      const list = dead.get(line.fingerprint);
      if (list === undefined) dead.set(line.fingerprint, [line.id]);
      else list.push(line.id);
    }
  }
  return dead;
}
