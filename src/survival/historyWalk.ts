import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import type { CommitPatch } from '../model/patch.ts';
import { createBranchRecorder } from './branchRecorder.ts';
import { createBranchStates, treeHolds } from './branchStates.ts';
import type { EarlierBase } from './earlierBases.ts';
import { followedId, linesIn, other } from './fileMap.ts';
import { followCommit } from './followCommit.ts';
import type { FollowTools } from './followCommit.ts';
import type { FollowInput } from './followHistory.ts';
import { createFollowTools } from './followTools.ts';
import type { HistoryPlan } from './historyPlan.ts';
import type { MergedParent } from './inheritFromParents.ts';
import type { BranchState } from './treeState.ts';
import { createTrunkRecorder } from './trunkRecorder.ts';

/** Follows one commit after the other; the caller brings them in the plan's order. */
export interface HistoryWalk {
  readonly trunkCommit: (commit: CommitFacts, sequence: number, patch: CommitPatch, patches: readonly CommitPatch[]) => void;
  readonly branchCommit: (commit: CommitFacts, patches: readonly CommitPatch[]) => void;
}

export function createHistoryWalk(input: FollowInput, earlier: ReadonlyMap<CommitId, EarlierBase>): HistoryWalk {
  const { plan, store, trunk, isMine } = input;
  const uses = new Map<CommitId, number>();
  for (const { commit } of plan.order) for (const parent of commit.parents) uses.set(parent, (uses.get(parent) ?? 0) + 1);
  const states = createBranchStates(trunk, uses, (id) => plan.sequenceOf.get(id) ?? null, earlier);
  const begun = new Set<number>();
  let merging: readonly (BranchState | null)[] = [];
  const trunkTools = createFollowTools(input, 'trunk', createTrunkRecorder({
    store, comparison: input.comparison, riders: input.riders, texts: input.texts, isMine,
    storyOf: (line) => {
      for (const branch of merging) {
        const event = branch?.story.get(line);
        if (event !== undefined) return event;
      }
      return undefined;
    },
  }));
  const attestationsOf = (commit: CommitFacts): readonly Attestation[] => input.attestations.get(commit.id) ?? [];

  const mergedParents = (commit: CommitFacts, patches: readonly CommitPatch[], base: number): MergedParent[] => {
    const parents: MergedParent[] = [];
    for (let at = 0; at < commit.parents.length; at++) {
      const patch = at === base ? undefined : patches[at];
      const state = states.treeOf(commit.parents[at]!);
      if (patch !== undefined && state !== null) parents.push({ state, patches: new Map(patch.files.flatMap((file) => (file.newPath === null ? [] : [[file.newPath, file] as const]))), holds: (path) => treeHolds(state, path), ownMap: (path) => states.branchOf(commit.parents[at]!)?.overlay.get(path) ?? null });
    }
    return parents;
  };

  /** Lines of a merged branch that the merge itself left out. */
  const endLeftOut = (commit: CommitFacts, branch: BranchState, tools: FollowTools): void => {
    for (const map of branch.overlay.values()) {
      for (const id of map?.ids ?? []) {
        const line = followedId(id) === id && id > 0 ? store.line(id) : null;
        if (line?.place === 'branch') tools.recorder.died(id, { fate: 'rewritten', cause: isMine(commit) ? 'me' : 'someone else', at: commit.committedAt, commit: commit.id });
      }
    }
  };

  /** Lines of a parent's branch that a merge on a branch left out. */
  const endLost = (commit: CommitFacts, parent: BranchState | null, state: BranchState, tools: FollowTools): void => {
    if (parent === null || parent === state) return;
    const here = new Set<number>();
    for (const map of state.overlay.values()) for (const id of linesIn(map)) here.add(id);
    for (const map of parent.overlay.values()) {
      for (const id of linesIn(map)) if (!here.has(id) && store.line(id).place === 'branch') tools.recorder.died(id, { fate: 'rewritten', cause: isMine(commit) ? 'me' : 'someone else', at: commit.committedAt, commit: commit.id });
    }
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
    trunkCommit: (commit, sequence, patch, patches) => {
      merging = commit.parents.slice(1).map((parent) => states.branchOf(parent));
      followCommit({ commit, mine: isMine(commit), patch, state: trunk, merged: mergedParents(commit, patches, 0), attestations: attestationsOf(commit), comparison: commit.parents.length > 1 && patches.length > 0 ? other : input.comparison.idFor(sequence, commit) }, trunkTools);
      for (const branch of merging) if (branch !== null && patches.length > 0) endLeftOut(commit, branch, trunkTools);
      merging = [];
      if (isMine(commit)) input.observations.see(commit, patch);
      states.done(commit);
    },
    branchCommit: (commit, patches) => {
      // a merge that changed no followed file of its first parent's is that parent's tree
      const base = patches.length === 0 ? 0 : startOfBranchCommit(commit, plan);
      const state = base === 0 ? states.startOf(commit) : states.restart(commit, commit.parents[base]!);
      const patch = patches[base];
      if (patch !== undefined) {
        const tools = createFollowTools(input, state, createBranchRecorder({ store, isMine, begun, story: state.story, riders: input.riders, texts: input.texts }));
        followCommit({ commit, mine: isMine(commit), patch, state, merged: mergedParents(commit, patches, base), attestations: attestationsOf(commit), comparison: other }, tools);
        if (isMine(commit)) input.observations.see(commit, patch);
        for (const parent of commit.parents.length > 1 ? commit.parents : []) endLost(commit, states.branchOf(parent), state, tools);
      }
      noticePush(commit, state);
      states.keep(commit, state);
      states.done(commit);
    },
  };
}

/**
 * Which parent's diff to follow. A branch that takes the default branch in is followed from there: what it
 * has of its own is little, what the default branch brought may be months of work.
 */
function startOfBranchCommit(commit: CommitFacts, plan: HistoryPlan): number {
  const fromTrunk = commit.parents.findIndex((parent, at) => at > 0 && plan.sequenceOf.has(parent));
  return fromTrunk > 0 && !plan.sequenceOf.has(commit.parents[0]!) ? fromTrunk : 0;
}
