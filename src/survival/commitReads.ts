import { touchedPaths } from '../git/history.ts';
import type { GitContext } from '../git/process.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { HistoryPlan } from './historyPlan.ts';

/** Which of a commit's diffs are read, by the numbers of its parents. */
export type CommitReads = ReadonlyMap<CommitId, readonly number[]>;

/**
 * Which parent's diff to follow. A branch that takes the default branch in is followed from there: what it
 * has of its own is little, what the default branch brought may be months of work.
 */
export function followedParent(commit: CommitFacts, plan: HistoryPlan): number {
  const fromTrunk = commit.parents.findIndex((parent, at) => at > 0 && plan.sequenceOf.has(parent));
  return fromTrunk > 0 && !plan.sequenceOf.has(commit.parents[0]!) ? fromTrunk : 0;
}

/**
 * Plans what git has to print besides the default branch. Diffs of merges are long and mostly say what is known:
 *
 *   merge into the default branch   its first parent's diff comes with the default branch: the others only
 *   default branch into a branch    from the default branch; from the branch only where both changed a file
 *   anything else                   every parent's
 */
export async function planReads(git: GitContext, plan: HistoryPlan, relevant: ReadonlySet<CommitId>, opened: ReadonlySet<CommitId>, signal: AbortSignal | undefined): Promise<CommitReads> {
  const reads = new Map<CommitId, readonly number[]>();
  const updates: CommitFacts[] = [];
  for (const { commit, trunk } of plan.order) {
    const all = commit.parents.length === 0 ? [0] : commit.parents.map((_parent, at) => at);
    if (trunk !== null) {
      if (opened.has(commit.id)) reads.set(commit.id, all.slice(1));
    } else if (relevant.has(commit.id)) {
      reads.set(commit.id, all);
      if (followedParent(commit, plan) > 0) updates.push(commit);
    }
  }
  if (updates.length === 0) return reads;
  const options = signal === undefined ? {} : { signal };
  const ownPaths = touchedPaths(git, updates.map((commit) => ({ id: commit.id, parents: [commit.parents[followedParent(commit, plan)]!] })), options);
  const brought = touchedPaths(git, updates.map((commit) => ({ id: commit.id, parents: [commit.parents[0]!] })), options);
  for (const commit of updates) {
    const [own, other] = [await ownPaths.next(), await brought.next()];
    const paths = new Set(own.done === true ? [] : own.value.paths);
    const both = other.done === true || other.value.paths.some((path) => paths.has(path));
    if (!both) reads.set(commit.id, commit.parents.map((_parent, at) => at).slice(1));
  }
  return reads;
}
