import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { RememberedCommit } from '../survival/branchMemory.ts';
import { decodeBranches, encodeBranches } from '../survival/branchMemoryCodec.ts';
import type { RememberedBranches } from '../survival/branchMemoryCodec.ts';

export const branchesStateName = 'branches/1';

/** Null when no scan remembered any: all branches have to be read then. */
export function loadBranches(store: FollowStore): RememberedBranches | null {
  const bytes = store.state(branchesStateName);
  return bytes === null ? null : decodeBranches(bytes);
}

export function saveBranches(store: FollowStore, branches: RememberedBranches): void {
  store.setState(branchesStateName, encodeBranches(branches));
}

/** For an export. */
export function describeBranches(bytes: Uint8Array): object {
  const { commits, tips } = decodeBranches(bytes);
  return { commits: commits.map(({ id, at, paths, prints }) => ({ commit: id, at, paths, lines: prints.length })), tips };
}

export interface BranchesNow {
  readonly known: RememberedBranches;
  /** Known before or read in this run. */
  readonly commits: ReadonlyMap<CommitId, RememberedCommit>;
  /** What was looked at in this run. */
  readonly graph: readonly CommitFacts[];
  /** Those of them that the default branch holds. */
  readonly merged: ReadonlySet<CommitId>;
  readonly tips: Iterable<CommitId>;
}

/**
 * What to remember from here on: commits that some branch reaches and the default branch does not. A branch that
 * did not move and was not merged reaches what it reached before.
 */
export function branchesToRemember({ known, commits, graph, merged, tips }: BranchesNow): RememberedBranches {
  const byId = new Map(graph.flatMap((commit) => (merged.has(commit.id) ? [] : [[commit.id, commit] as const])));
  const kept = new Set<CommitId>();
  const byTip: Record<CommitId, readonly CommitId[]> = {};
  for (const tip of [...new Set(tips)].toSorted()) {
    const ids = (merged.has(tip) ? [] : byId.has(tip) ? [...reachIn(byId, tip)] : (known.tips[tip] ?? [])).filter((id) => commits.has(id)).toSorted();
    if (ids.length > 0) byTip[tip] = ids;
    for (const id of ids) kept.add(id);
  }
  return { commits: [...kept].toSorted().map((id) => commits.get(id)!), tips: byTip };
}

/** The commits of the graph that the tip reaches, with itself. */
export function reachable(graph: readonly CommitFacts[], tip: CommitId): Set<CommitId> {
  return reachIn(new Map(graph.map((commit) => [commit.id, commit])), tip);
}

function reachIn(byId: ReadonlyMap<CommitId, CommitFacts>, tip: CommitId): Set<CommitId> {
  const met = new Set<CommitId>();
  const open = [tip];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const commit = met.has(id) ? undefined : byId.get(id);
    if (commit === undefined) continue;
    met.add(id);
    open.push(...commit.parents);
  }
  return met;
}
