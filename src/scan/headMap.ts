import { createCandidatePool } from '../attribution/candidatePool.ts';
import { createLineReader } from '../attribution/commitLines.ts';
import { historyContext, patchesOf } from '../git/history.ts';
import { runGit } from '../git/process.ts';
import type { FollowStore } from '../model/followStore.ts';
import { createBranchMemory } from '../survival/branchMemory.ts';
import { createBranchTexts } from '../survival/branchTexts.ts';
import { createCopies } from '../survival/copies.ts';
import { createComparison } from '../survival/comparison.ts';
import { other } from '../survival/fileMap.ts';
import type { FileMap } from '../survival/fileMap.ts';
import { decodeFileMap } from '../survival/fileMapCodec.ts';
import { followCommit } from '../survival/followCommit.ts';
import { createFollowTools } from '../survival/followTools.ts';
import { createObservations } from '../survival/observations.ts';
import type { Recorder } from '../survival/recorder.ts';
import { createRiders } from '../survival/riders.ts';
import { createBranchState, createTrunkState } from '../survival/treeState.ts';
import { loadFollowState } from './followState.ts';
import type { ProjectParts } from './projectParts.ts';

const nothing = (): void => undefined;
/** Only the map is wanted here: nothing is written to any book. */
const silent: Recorder = { born: nothing, joined: nothing, wasMoved: () => false, carried: nothing, died: nothing, outlived: nothing, compared: nothing, rides: nothing, lost: nothing };

/**
 * The file map of a path at HEAD. Maps are kept for the default branch; where HEAD is elsewhere, the
 * difference is followed like one commit, without telling anybody.
 *
 *   default branch ──── map ────► diff to HEAD ────► map at HEAD
 */
export async function headMap(parts: ProjectParts, store: FollowStore, path: string): Promise<FileMap | null> {
  const state = loadFollowState(store);
  if (state === null) return null;
  const head = (await runGit(parts.git, ['rev-parse', 'HEAD'])).toString('utf8').trim();
  const load = (name: string): FileMap | null => {
    const bytes = store.fileMap(name);
    return bytes === null ? null : decodeFileMap(bytes);
  };
  if (head === state.tip) return load(path);
  // git compares a commit with whatever is named as its parent
  const patches = patchesOf(historyContext(parts.git, parts.facts), [{ id: head, parents: [state.tip] }], { allParents: false });
  const { value: patch } = await patches.next();
  await patches.return();
  if (patch === undefined) return load(path);
  const tree = createBranchState(load);
  const commit = { id: head, parents: [state.tip], authoredAt: parts.options.asOf, committedAt: parts.options.asOf, authorEmail: '', subject: '', reverts: [], declaredTools: [] };
  const trunk = createTrunkState(load);
  const reader = createLineReader(parts.ledger.key);
  const tools = createFollowTools(
    {
      key: parts.ledger.key, reader, store, pool: createCandidatePool(store, state.renames), git: parts.git, trunkPatches: null, trunk,
      plan: { trunk: [], from: null, order: [], sequenceOf: new Map() }, comparison: createComparison(store, [], 0), riders: createRiders([]), texts: createBranchTexts(reader, state), copies: createCopies(state.copies ?? []), memory: createBranchMemory([], () => true), isMine: () => true,
      attestations: new Map(), relevant: new Set(), touched: new Map(), pushedAt: new Map(), enteredAt: (one) => one.committedAt, observations: createObservations(new Set()), excluded: () => true, keepAllMaps: false, progress: nothing,
    },
    tree, silent,
  );
  followCommit({ commit, mine: true, patch, state: tree, merged: [], attestations: [], comparison: other }, { ...tools, uncommittedLike: () => [] });
  return tree.get(path);
}
