import { setImmediate as nextTurn } from 'node:timers/promises';
import { createCandidatePool, supersede } from '../attribution/candidatePool.ts';
import { createLineReader } from '../attribution/commitLines.ts';
import { excludedByName } from '../git/exclusionPatterns.ts';
import { trunkPatches } from '../git/history.ts';
import type { GitContext } from '../git/process.ts';
import { startNow } from '../git/startNow.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { DefaultBranch, Identity } from '../model/repository.ts';
import { createBranchMemory } from '../survival/branchMemory.ts';
import type { RememberedBranches } from '../survival/branchMemoryCodec.ts';
import { createBranchTexts } from '../survival/branchTexts.ts';
import type { BirthEntry } from '../survival/branchTexts.ts';
import { createCopies } from '../survival/copies.ts';
import { createComparison } from '../survival/comparison.ts';
import { decodeFileMap, encodeFileMap } from '../survival/fileMapCodec.ts';
import { followHistory } from '../survival/followHistory.ts';
import type { FollowInput } from '../survival/followHistory.ts';
import { createObservations } from '../survival/observations.ts';
import type { Observations } from '../survival/observations.ts';
import { planHistory } from '../survival/historyPlan.ts';
import type { HistoryPlan } from '../survival/historyPlan.ts';
import { createRiders } from '../survival/riders.ts';
import { createTrunkState, worthKeeping } from '../survival/treeState.ts';
import { entryTimes, firstPushes } from '../survival/trunkEntry.ts';
import type { RefMoves } from '../survival/trunkEntry.ts';
import type { TrunkState } from '../survival/treeState.ts';
import { branchCommitsToRead } from './branchCommitsToRead.ts';
import { openBlockHistory } from './duplicates/blockHistory.ts';
import type { BlockHistory } from './duplicates/blockHistory.ts';
import { loadBlocks } from './duplicates/blockState.ts';
import { markDuplicates } from './duplicates/duplicateStep.ts';
import type { FollowState } from './followState.ts';
import { branchesToRemember, reachable } from './rememberedBranches.ts';

/** What one run of following needs. */
export interface FollowStepInput {
  readonly git: GitContext;
  readonly key: FingerprintKey;
  readonly store: FollowStore;
  readonly identity: Identity;
  readonly branch: DefaultBranch;
  /** Commits reachable from the tips that changed since the last run (all on the first). */
  readonly graph: readonly CommitFacts[];
  /** Border commits of a shallow clone. */
  readonly boundary: ReadonlySet<CommitId>;
  readonly state: FollowState | null;
  /** Known from earlier runs, also where following starts over. */
  readonly births: readonly BirthEntry[];
  /** What earlier runs read of branches. */
  readonly branches: RememberedBranches;
  /** Of all branches now. */
  readonly tips: Iterable<CommitId>;
  readonly attestations: ReadonlyMap<CommitId, readonly Attestation[]>;
  readonly moves: RefMoves;
  /** Paths with contributions read since the last run; null for all. */
  readonly freshPaths: ReadonlySet<string> | null;
  readonly keepAllMaps?: boolean;
  readonly signal?: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** What following found; the lines' own findings are in the store, not yet written. */
export interface FollowStepResult {
  readonly plan: HistoryPlan;
  /** The block index, to be kept; null when it is as it was. */
  readonly blocks: Uint8Array | null;
  readonly trunk: TrunkState;
  readonly observations: Observations;
  readonly namesOf: (path: string) => readonly string[];
  readonly read: { readonly trunk: number; readonly branch: number };
  readonly branches: RememberedBranches;
  readonly books: Pick<FollowState, 'renames' | 'riders' | 'copies' | 'cohorts' | 'texts' | 'births'>;
}

/** Follows the planned commits with everything the store holds, and leaves the findings in the store's objects. */
export async function followStep(input: FollowStepInput): Promise<FollowStepResult> {
  const plan = planHistory(input.graph, input.branch.commit, input.state?.tip ?? null, input.boundary);
  // git prints while everything else is made ready
  const trunkDiffs = plan.trunk.length === 0 ? null : startNow(trunkPatches(input.git, { from: plan.from, to: input.branch.commit }, input.signal === undefined ? {} : { signal: input.signal }));
  try {
    return await followPlan(input, plan, trunkDiffs);
  } finally {
    await trunkDiffs?.return();
  }
}

async function followPlan(input: FollowStepInput, plan: HistoryPlan, trunkDiffs: FollowInput['trunkPatches']): Promise<FollowStepResult> {
  const { state } = input;
  const { store, touched: changedLines } = noticing(input.store);
  const pool = createCandidatePool(store, state?.renames ?? []);
  const trunk = createTrunkState((path) => {
    const bytes = store.fileMap(path);
    return bytes === null ? null : decodeFileMap(bytes);
  });
  const comparison = createComparison(store, state?.cohorts ?? [], plan.trunk.length);
  const copies = createCopies(state?.copies ?? []);
  const riders = createRiders(state?.riders ?? []);
  const reader = createLineReader(input.key);
  const texts = createBranchTexts(reader, { texts: state?.texts ?? [], births: input.births });
  const paths = followedPaths(store, input.attestations);
  const beside = Promise.all([branchCommitsToRead(input, plan, paths), blocksBefore(input, plan)]);
  // told where it is awaited; until then git is at work and this goes on
  beside.catch(() => undefined);
  await nextTurn();
  const observations = createObservations(paths);
  const merged = reachable(input.graph, input.branch.commit);
  const memory = createBranchMemory(input.branches.commits, (commit) => merged.has(commit));
  for (const commit of input.branches.commits) for (const path of commit.paths) observations.recall(path, { commit: commit.id, at: commit.at });
  for (const path of input.freshPaths ?? store.paths()) supersede(store.contributionsAt(path), (line) => store.changed(line));
  const [{ relevant, touched }, blocks] = await beside;
  await followHistory({
    git: input.git, plan, trunkPatches: trunkDiffs, key: input.key, reader, store, pool, trunk, comparison, riders, texts, copies, memory,
    isMine: (commit) => input.identity.addresses.has(commit.authorEmail),
    attestations: input.attestations, relevant, touched, pushedAt: firstPushes(input.moves.branches), enteredAt: entryTimes(plan, input.moves), observations,
    excluded: (path) => excludedByName(path) !== null,
    keepAllMaps: input.keepAllMaps ?? false,
    ...(input.signal === undefined ? {} : { signal: input.signal }),
    ...(blocks === null ? {} : { onTrunk: blocks.added }),
    progress: input.progress,
  });
  if (blocks !== null) {
    const commits = new Map(plan.order.map(({ commit }) => [commit.id, commit]));
    await markDuplicates({ git: input.git, store, blocks, commits, lines: changedLines, namesOf: pool.namesOf, ...(input.signal === undefined ? {} : { signal: input.signal }) });
  }
  return {
    blocks: blocks?.index.encode() ?? null,
    plan, trunk, observations, namesOf: pool.namesOf,
    branches: branchesToRemember({ known: input.branches, commits: memory.commits(), graph: input.graph, merged, tips: input.tips }),
    read: { trunk: plan.trunk.length, branch: relevant.size },
    books: { renames: pool.renames(), riders: riders.pairs(), copies: copies.entries(), cohorts: comparison.cohorts(), texts: texts.presentEntries().filter(([line]) => store.line(line).place === 'branch'), births: texts.birthEntries() },
  };
}

/** The same store, and the lines that it is told of. */
function noticing(store: FollowStore): { readonly store: FollowStore; readonly touched: ReadonlySet<FollowedLine> } {
  const touched = new Set<FollowedLine>();
  const changed = (line: FollowedLine): void => {
    touched.add(line);
    store.changed(line);
  };
  return { store: { ...store, changed }, touched };
}

/** Null as long as no agent wrote anything: then there is nothing to compare with what was there. */
async function blocksBefore({ git, key, store, attestations, signal }: FollowStepInput, plan: HistoryPlan): Promise<BlockHistory | null> {
  const earliest = store.earliest();
  if (earliest === null && attestations.size === 0) return null;
  const known = loadBlocks(store);
  return openBlockHistory({ git, key, plan, known, earliest: attestations.size > 0 ? null : earliest, ...(signal === undefined ? {} : { signal }) });
}

function followedPaths(store: FollowStore, attestations: FollowStepInput['attestations']): Set<string> {
  const paths = new Set([...store.paths(), ...store.mappedPaths()]);
  for (const list of attestations.values()) for (const { path } of list) paths.add(path);
  return paths;
}

/** Writes the maps that changed; those in which nobody's line is left are let go. */
export function saveMaps(store: FollowStore, trunk: TrunkState): void {
  for (const path of trunk.touched()) {
    const map = trunk.get(path);
    store.setFileMap(path, map !== null && worthKeeping(map) ? encodeFileMap(map) : null);
  }
}
