import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import type { CommitPatch } from '../model/patch.ts';
import { createBranchRecorder } from './branchRecorder.ts';
import { createBranchStates, treeHolds } from './branchStates.ts';
import type { EarlierBase } from './earlierBases.ts';
import { followedId, other } from './fileMap.ts';
import { followCommit } from './followCommit.ts';
import type { FollowInput } from './followHistory.ts';
import { createFollowTools } from './followTools.ts';
import type { MergedParent } from './inheritFromParents.ts';
import type { BranchEvent, BranchState } from './treeState.ts';
import { endLeftOut, linesOf } from './leftOut.ts';
import { createTrunkRecorder } from './trunkRecorder.ts';

/** Diffs by the number of the parent; null where the commit is not read. A parent that is left out differs in no file that another's diff names. */
export type Patches = ReadonlyMap<number, CommitPatch>;

/** Follows one commit after the other; the caller brings them in the plan's order. */
export interface HistoryWalk {
  /** Are there AI lines where a branch commit touches these paths, or on a branch that a commit of the default branch merges? Asked before the commit is followed. */
  readonly holds: (commit: CommitFacts, touched: readonly string[]) => boolean;
  readonly trunkCommit: (commit: CommitFacts, sequence: number, patch: CommitPatch, patches: Patches | null) => void;
  /** @param base which parent's tree the commit's begins from */
  readonly branchCommit: (commit: CommitFacts, patches: Patches | null, base: number) => void;
}

export function createHistoryWalk(input: FollowInput, earlier: ReadonlyMap<CommitId, EarlierBase>): HistoryWalk {
  const { plan, store, trunk, isMine } = input;
  const uses = new Map<CommitId, number>();
  for (const { commit } of plan.order) for (const parent of commit.parents) uses.set(parent, (uses.get(parent) ?? 0) + 1);
  const states = createBranchStates(trunk, uses, (id) => plan.sequenceOf.get(id) ?? null, earlier);
  const begun = new Set<number>();
  let merging: readonly (BranchState | null)[] = [];
  const storyOf = (line: number): BranchEvent | undefined => {
    for (const branch of merging) {
      const event = branch?.story.get(line);
      if (event !== undefined) return event;
    }
    return undefined;
  };
  const trunkTools = createFollowTools(input, 'trunk', createTrunkRecorder({
    store, comparison: input.comparison, riders: input.riders, texts: input.texts, isMine, enteredAt: input.enteredAt, storyOf,
  }));
  /** A merge shows what others committed; only a commit of one's own says how the file was then. */
  const observe = (commit: CommitFacts, patch: CommitPatch): readonly string[] => {
    if (commit.parents.length < 2 && isMine(commit)) return input.observations.see(commit, patch);
    return [];
  };
  const attestationsOf = (commit: CommitFacts): readonly Attestation[] => input.attestations.get(commit.id) ?? [];

  const mergedParents = (commit: CommitFacts, patches: Patches | null, base: number): MergedParent[] => {
    if (patches === null) return [];
    return commit.parents.flatMap((parent, at): MergedParent[] => {
      const state = at === base ? null : states.treeOf(parent);
      if (state === null) return [];
      const files = patches.get(at)?.files ?? [];
      return [{
        state,
        patches: new Map(files.flatMap((file) => (file.newPath === null ? [] : [[file.newPath, file] as const]))),
        holds: (path) => treeHolds(state, path),
        ownMap: (path) => states.branchOf(parent)?.overlay.get(path) ?? null,
      }];
    });
  };

  const noticePush = (commit: CommitFacts, state: BranchState): void => {
    const at = input.pushedAt.get(commit.id);
    if (at === undefined) return;
    for (const map of state.overlay.values()) {
      for (const id of map?.ids ?? []) {
        const line = followedId(id) === id && id > 0 ? store.line(id) : null;
        if (line === null || line.merged !== null || (line.pushedAt !== null && line.pushedAt <= at)) continue;
        line.pushedAt = at;
        store.changed(line);
      }
    }
  };

  return {
    holds: (commit, touched) => {
      if (plan.sequenceOf.has(commit.id)) return commit.parents.slice(1).some((parent) => (states.branchOf(parent)?.overlay.size ?? 0) > 0);
      const parent = commit.parents[0];
      const state = parent === undefined ? null : states.treeOf(parent);
      return state !== null && touched.some((path) => treeHolds(state, path));
    },
    trunkCommit: (commit, sequence, patch, patches) => {
      input.memory.until(commit.committedAt);
      merging = commit.parents.slice(1).map((parent) => states.branchOf(parent));
      followCommit({ commit, mine: isMine(commit), patch, state: trunk, merged: mergedParents(commit, patches, 0), attestations: attestationsOf(commit), comparison: patches !== null ? other : input.comparison.idFor(sequence, input.enteredAt(commit)) }, trunkTools);
      if (patches !== null) for (const [at, branch] of merging.entries()) endLeftOut({ commit, mine: isMine(commit), branch, patch: patches.get(at + 1), store, recorder: trunkTools.recorder });
      merging = [];
      observe(commit, patch);
      states.done(commit);
    },
    branchCommit: (commit, patches, base) => {
      const state = base === 0 ? states.startOf(commit) : states.restart(commit, commit.parents[base]!);
      const patch = patches?.get(base);
      if (patch !== undefined) {
        merging = commit.parents.slice(1).map((parent) => states.branchOf(parent));
        const tools = createFollowTools(input, state, createBranchRecorder({ store, isMine, begun, story: state.story, storyOf, riders: input.riders, texts: input.texts }));
        input.memory.enter(commit);
        followCommit({ commit, mine: isMine(commit), patch, state, merged: mergedParents(commit, patches, base), attestations: attestationsOf(commit), comparison: other }, tools);
        input.memory.observed(observe(commit, patch));
        if (commit.parents.length > 1) {
          const here = linesOf(state);
          for (const [at, parent] of commit.parents.entries()) {
            const branch = states.branchOf(parent);
            if (branch !== state) endLeftOut({ commit, mine: isMine(commit), branch, patch: patches?.get(at), here, store, recorder: tools.recorder });
          }
        }
        merging = [];
      }
      noticePush(commit, state);
      states.keep(commit, state);
      states.done(commit);
    },
  };
}
