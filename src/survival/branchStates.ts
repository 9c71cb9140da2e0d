import type { CommitFacts, CommitId } from '../model/commit.ts';
import { holdsAi } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';
import { createBranchState } from './treeState.ts';
import type { EarlierBase } from './earlierBases.ts';
import type { BranchState, TreeState, TrunkState } from './treeState.ts';

/** Trees of the branches under way, each kept until its last child was followed. */
export interface BranchStates {
  /** The tree a commit starts from: its first parent's. */
  readonly startOf: (commit: CommitFacts) => BranchState;
  /** The tree of a merge on a branch that is followed from its parent on the default branch; the branch's story goes on. */
  readonly restart: (commit: CommitFacts, trunkParent: CommitId) => BranchState;
  /** The tree of any parent, for a merge; null when it was not followed. */
  readonly treeOf: (parent: CommitId) => TreeState | null;
  readonly branchOf: (commit: CommitId) => BranchState | null;
  readonly keep: (commit: CommitFacts, state: BranchState) => void;
  /** The commit was followed: parents that nobody else needs are let go. */
  readonly done: (commit: CommitFacts) => void;
}

/**
 * @param uses how many commits still to come have this commit as a parent
 * @param sequenceOf number on the default branch, of the commits that are followed now
 * @param earlier trees of commits that were followed before
 */
export function createBranchStates(trunk: TrunkState, uses: Map<CommitId, number>, sequenceOf: (id: CommitId) => number | null, earlier: ReadonlyMap<CommitId, EarlierBase>): BranchStates {
  const states = new Map<CommitId, BranchState>();
  const baseAt = (sequence: number): ((path: string) => FileMap | null) => trunk.at(sequence);
  // what is older than the scan holds nobody's lines
  const baseOf = (parent: CommitId): EarlierBase => {
    const sequence = sequenceOf(parent);
    return sequence === null ? (earlier.get(parent) ?? (() => null)) : baseAt(sequence);
  };
  const treeOf = (parent: CommitId): TreeState | null => {
    const branch = states.get(parent);
    if (branch !== undefined) return branch;
    const sequence = sequenceOf(parent);
    return sequence === null ? null : createBranchState(baseAt(sequence));
  };
  return {
    startOf: (commit) => {
      const parent = commit.parents[0];
      if (parent === undefined) return createBranchState(() => null);
      const branch = states.get(parent);
      if (branch !== undefined) return (uses.get(parent) ?? 0) > 1 ? branch.fork() : branch;
      return createBranchState(baseOf(parent));
    },
    restart: (commit, trunkParent) => createBranchState(baseOf(trunkParent), undefined, states.get(commit.parents[0]!)?.story),
    treeOf,
    branchOf: (commit) => states.get(commit) ?? null,
    keep: (commit, state) => {
      if ((uses.get(commit.id) ?? 0) > 0) states.set(commit.id, state);
    },
    done: (commit) => {
      for (const parent of commit.parents) {
        const left = (uses.get(parent) ?? 1) - 1;
        uses.set(parent, left);
        if (left <= 0) states.delete(parent);
      }
    },
  };
}

/** Does the tree hold AI lines in this file? */
export function treeHolds(state: TreeState, path: string): boolean {
  const map = state.get(path);
  return map !== null && holdsAi(map);
}
