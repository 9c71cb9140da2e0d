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
 * of a merge one diff is followed, and from another parent only a file that both diffs name is of interest.
 *
 *   merge into the default branch   followed: its first parent's, which comes with the default branch
 *   default branch into a branch    followed: the default branch's
 *   any other merge                 followed: its first parent's
 */
export async function planReads(git: GitContext, plan: HistoryPlan, relevant: ReadonlySet<CommitId>, opened: ReadonlySet<CommitId>, signal: AbortSignal | undefined): Promise<CommitReads> {
  const reads = new Map<CommitId, readonly number[]>();
  const merges: Merge[] = [];
  for (const { commit, trunk } of plan.order) {
    if (!(trunk === null ? relevant : opened).has(commit.id)) continue;
    const followed = trunk === null ? followedParent(commit, plan) : 0;
    reads.set(commit.id, trunk === null ? [followed] : []);
    if (commit.parents.length > 1) merges.push({ commit, followed });
  }
  for (const [{ commit }, further] of await readBesides(git, merges, signal)) reads.set(commit.id, [...reads.get(commit.id)!, ...further].toSorted((a, b) => a - b));
  return reads;
}

interface Merge {
  readonly commit: CommitFacts;
  /** Number of the parent whose diff is followed. */
  readonly followed: number;
}

/** Parents whose diffs name a file that the followed one names too. */
async function readBesides(git: GitContext, merges: readonly Merge[], signal: AbortSignal | undefined): Promise<Map<Merge, readonly number[]>> {
  const options = signal === undefined ? {} : { signal };
  const besides = ({ commit, followed }: Merge): number[] => commit.parents.map((_parent, at) => at).filter((at) => at !== followed);
  const comparisons = merges.flatMap((merge) => [merge.followed, ...besides(merge)].map((at) => ({ id: merge.commit.id, parents: [merge.commit.parents[at]!] })));
  const touched = touchedPaths(git, comparisons, options);
  const pathsOfNext = async (): Promise<readonly string[]> => {
    const next = await touched.next();
    if (next.done === true) throw new Error('git compared fewer commits than it was asked to');
    return next.value.paths;
  };
  const found = new Map<Merge, readonly number[]>();
  for (const merge of merges) {
    const own = new Set(await pathsOfNext());
    const further: number[] = [];
    for (const at of besides(merge)) if ((await pathsOfNext()).some((path) => own.has(path))) further.push(at);
    found.set(merge, further);
  }
  await touched.return();
  return found;
}
