import type { CandidatePool } from '../attribution/candidatePool.ts';
import type { LineReader } from '../attribution/commitLines.ts';
import { patchesOf } from '../git/history.ts';
import type { GitContext } from '../git/process.ts';
import { startNow } from '../git/startNow.ts';
import type { Started } from '../git/startNow.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { CommitPatch } from '../model/patch.ts';
import { askedBases } from './askedBases.ts';
import type { BranchMemory } from './branchMemory.ts';
import type { BranchTexts } from './branchTexts.ts';
import type { Comparison } from './comparison.ts';
import { readEarlierBases } from './earlierBases.ts';
import type { Copies } from './copies.ts';
import type { EarlierBase } from './earlierBases.ts';
import type { HistoryPlan } from './historyPlan.ts';
import { followedParent, planReads } from './commitReads.ts';
import { createHistoryWalk } from './historyWalk.ts';
import type { Observations } from './observations.ts';
import { mergesToOpen } from './relevantCommits.ts';
import type { Riders } from './riders.ts';
import type { TrunkState } from './treeState.ts';
import type { EntryTime } from './trunkEntry.ts';

/** What following needs; the books are written through `store`. */
export interface FollowInput {
  readonly git: GitContext;
  readonly plan: HistoryPlan;
  /** Diffs of the planned commits of the default branch against their first parents, in order; null when there are none. */
  readonly trunkPatches: Pick<Started<CommitPatch>, 'next'> | null;
  readonly key: FingerprintKey;
  readonly reader: LineReader;
  readonly store: FollowStore;
  readonly pool: CandidatePool;
  readonly trunk: TrunkState;
  readonly comparison: Comparison;
  readonly riders: Riders;
  readonly texts: BranchTexts;
  readonly copies: Copies;
  readonly memory: BranchMemory;
  readonly isMine: (commit: CommitFacts) => boolean;
  readonly attestations: ReadonlyMap<CommitId, readonly Attestation[]>;
  /** Branch commits whose diffs are to be read. */
  readonly relevant: ReadonlySet<CommitId>;
  /** What the other branch commits touch: lines may turn out to have moved there. */
  readonly touched: ReadonlyMap<CommitId, readonly string[]>;
  /** First time each commit was seen pushed to a branch under review. */
  readonly pushedAt: ReadonlyMap<CommitId, number>;
  readonly enteredAt: EntryTime;
  readonly observations: Observations;
  readonly excluded: (path: string) => boolean;
  readonly keepAllMaps: boolean;
  readonly signal?: AbortSignal;
  /** Is told each commit of the default branch with its diff, in order. */
  readonly onTrunk?: (commit: CommitFacts, patch: CommitPatch) => void;
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
  const reads = await planReads(input.git, plan, relevant, merges, input.signal);
  const toRead = plan.order.filter(({ commit }) => (reads.get(commit.id)?.length ?? 0) > 0).map(({ commit }) => commit);
  const branchPatches = startNow(patchesOf(input.git, toRead.map((commit) => ({ id: commit.id, parents: reads.get(commit.id)!.flatMap((at) => commit.parents[at] ?? []) })), { allParents: true, ...options }));
  try {
    const isStart = ({ parents: [parent] }: CommitFacts): boolean => parent !== undefined && !byId.has(parent);
    const earlier = input.plan.from === null ? new Map<CommitId, EarlierBase>() : await readEarlierBases({ git: input.git, key: input.key, store: input.store, cursor: input.plan.from, load: trunk.at(-1), commits: toRead.filter(isStart) });
    const walk = createHistoryWalk(input, earlier);
    // a merge that changed no followed file of its first parent's is that parent's tree
    const baseOf = (commit: CommitFacts): number => (reads.has(commit.id) ? followedParent(commit, plan) : 0);
    const bases = askedBases(plan, baseOf);
    let done = 0;
    for (const { commit, trunk: sequence } of plan.order) {
      input.signal?.throwIfAborted();
      const asked = reads.get(commit.id);
      const patches = asked !== undefined ? await takePatches(branchPatches, commit, asked) : walk.holds(commit, input.touched.get(commit.id) ?? []) ? await readNow(input, commit, sequence === null ? 0 : 1) : null;
      if (sequence === null) walk.branchCommit(commit, patches, baseOf(commit));
      else {
        bases.enter(done, sequence);
        trunk.enter(sequence, bases.between);
        const patch = await takePatch(input.trunkPatches!, commit);
        input.onTrunk?.(commit, patch);
        walk.trunkCommit(commit, sequence, patch, patches);
      }
      input.progress(++done, plan.order.length);
    }
  } finally {
    await branchPatches.return();
  }
}

/** A commit that nobody had reason to read before lines were seen to have moved to where it touches them. */
async function readNow(input: FollowInput, commit: CommitFacts, from: number): Promise<ReadonlyMap<number, CommitPatch>> {
  const patches = new Map<number, CommitPatch>();
  const compared = { id: commit.id, parents: commit.parents.slice(from) };
  for await (const patch of patchesOf(input.git, [compared], { allParents: true })) patches.set(from + patch.parent, patch);
  return patches;
}

async function takePatch(stream: Pick<Started<CommitPatch>, 'next'>, commit: CommitFacts): Promise<CommitPatch> {
  const next = await stream.next();
  if (next.done === true || next.value.commit !== commit.id) throw new Error(`git printed ${next.done === true ? 'nothing more' : next.value.commit} where ${commit.id} was due`);
  return next.value;
}

/** The diffs that were asked for, each under its parent's number; a root has one against the empty tree. */
async function takePatches(stream: Pick<Started<CommitPatch>, 'next'>, commit: CommitFacts, asked: readonly number[]): Promise<ReadonlyMap<number, CommitPatch>> {
  const patches = new Map<number, CommitPatch>();
  for (const parent of asked) patches.set(parent, await takePatch(stream, commit));
  return patches;
}
