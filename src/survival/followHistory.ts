import type { CandidatePool } from '../attribution/candidatePool.ts';
import type { LineReader } from '../attribution/commitLines.ts';
import { patchesOf, trunkPatches } from '../git/history.ts';
import type { GitContext } from '../git/process.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { CommitPatch } from '../model/patch.ts';
import { createBranchRecorder } from './branchRecorder.ts';
import { createBranchStates, treeHolds } from './branchStates.ts';
import type { BranchTexts } from './branchTexts.ts';
import type { Comparison } from './comparison.ts';
import { followedId, other } from './fileMap.ts';
import { followCommit } from './followCommit.ts';
import type { FollowTools } from './followCommit.ts';
import { createFollowTools } from './followTools.ts';
import type { HistoryPlan } from './historyPlan.ts';
import type { MergedParent } from './inheritFromParents.ts';
import type { Observations } from './observations.ts';
import { mergesToOpen } from './relevantCommits.ts';
import type { Riders } from './riders.ts';
import type { BranchState, TrunkState } from './treeState.ts';
import { createTrunkRecorder } from './trunkRecorder.ts';

/** What following needs; the books are written through `store`. */
export interface FollowInput {
  readonly git: GitContext;
  readonly plan: HistoryPlan;
  readonly tip: CommitId;
  readonly key: FingerprintKey;
  readonly reader: LineReader;
  readonly store: FollowStore;
  readonly pool: CandidatePool;
  readonly trunk: TrunkState;
  readonly comparison: Comparison;
  readonly riders: Riders;
  readonly texts: BranchTexts;
  readonly isMine: (commit: CommitFacts) => boolean;
  readonly attestations: ReadonlyMap<CommitId, readonly Attestation[]>;
  /** Branch commits whose diffs are to be read. */
  readonly relevant: ReadonlySet<CommitId>;
  /** First time each commit was seen pushed to a branch under review. */
  readonly pushedAt: ReadonlyMap<CommitId, number>;
  readonly observations: Observations;
  readonly excluded: (path: string) => boolean;
  readonly keepAllMaps: boolean;
  readonly signal?: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Follows every line through the planned commits, in two passes that are read side by side:
 *
 *   trunk   each first-parent commit against its first parent: positions are exact
 *   branch  only commits that touch somebody's lines, on copy-on-write trees over the trunk;
 *           at a merge the branch's lines join the trunk's by position
 */
export async function followHistory(input: FollowInput): Promise<void> {
  const { plan, trunk, relevant } = input;
  const options = input.signal === undefined ? {} : { signal: input.signal };
  const byId = new Map(plan.order.map(({ commit }) => [commit.id, commit]));
  const merges = mergesToOpen(plan.trunk, relevant, (id) => byId.get(id)?.parents ?? [], (id) => plan.sequenceOf.has(id));
  const toRead = plan.order.filter(({ commit, trunk: sequence }) => (sequence === null ? relevant.has(commit.id) : merges.has(commit.id))).map(({ commit }) => commit);
  const branchPatches = patchesOf(input.git, toRead, { allParents: true, ...options });
  const trunkStream = plan.trunk.length === 0 ? null : trunkPatches(input.git, { from: plan.from, to: input.tip }, options);
  const walk = createWalk(input);
  try {
    let done = 0;
    for (const { commit, trunk: sequence } of plan.order) {
      input.signal?.throwIfAborted();
      const opened = sequence === null ? relevant.has(commit.id) : merges.has(commit.id);
      const patches = opened ? await takePatches(branchPatches, commit) : [];
      if (sequence === null) walk.branchCommit(commit, patches);
      else {
        trunk.enter(sequence);
        walk.trunkCommit(commit, sequence, await takePatch(trunkStream!, commit), patches);
      }
      input.progress(++done, plan.order.length);
    }
  } finally {
    await branchPatches.return();
    await trunkStream?.return();
  }
}

async function takePatch(stream: AsyncGenerator<CommitPatch, void>, commit: CommitFacts): Promise<CommitPatch> {
  const next = await stream.next();
  if (next.done === true || next.value.commit !== commit.id) throw new Error(`git printed ${next.done === true ? 'nothing more' : next.value.commit} where ${commit.id} was due`);
  return next.value;
}

/** One patch a parent; a root has one against the empty tree. */
async function takePatches(stream: AsyncGenerator<CommitPatch, void>, commit: CommitFacts): Promise<CommitPatch[]> {
  const patches: CommitPatch[] = [];
  for (let parent = 0; parent < Math.max(1, commit.parents.length); parent++) patches.push(await takePatch(stream, commit));
  return patches;
}

interface Walk {
  readonly trunkCommit: (commit: CommitFacts, sequence: number, patch: CommitPatch, patches: readonly CommitPatch[]) => void;
  readonly branchCommit: (commit: CommitFacts, patches: readonly CommitPatch[]) => void;
}

function createWalk(input: FollowInput): Walk {
  const { plan, store, trunk, isMine } = input;
  const uses = new Map<CommitId, number>();
  for (const { commit } of plan.order) for (const parent of commit.parents) uses.set(parent, (uses.get(parent) ?? 0) + 1);
  const states = createBranchStates(trunk, uses, (id) => plan.sequenceOf.get(id) ?? null);
  const begun = new Set<number>();
  let merging: readonly (BranchState | null)[] = [];
  const trunkTools = createFollowTools(input, 'trunk', createTrunkRecorder({
    store, comparison: input.comparison, riders: input.riders, isMine,
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
      if (patch !== undefined && state !== null) parents.push({ state, patch, holds: (path) => treeHolds(state, path) });
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
      const base = startOfBranchCommit(commit, plan);
      const state = base === 0 ? states.startOf(commit) : states.restart(commit, commit.parents[base]!);
      const patch = patches[base];
      if (patch !== undefined) {
        const tools = createFollowTools(input, state, createBranchRecorder({ store, isMine, begun, story: state.story, riders: input.riders, texts: input.texts }));
        followCommit({ commit, mine: isMine(commit), patch, state, merged: mergedParents(commit, patches, base), attestations: attestationsOf(commit), comparison: other }, tools);
        if (isMine(commit)) input.observations.see(commit, patch);
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
