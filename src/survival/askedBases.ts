import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { HistoryPlan } from './historyPlan.ts';

/** Which earlier trees of the default branch will still be asked for. */
export interface AskedBases {
  /** The walk has come to this place of the plan, where the default branch has this number. */
  readonly enter: (place: number, sequence: number) => void;
  /** Is the tree of one of these commits (both ends included; -1: before the first) asked for from here on? */
  readonly between: (from: number, to: number) => boolean;
}

/** Those that nobody asks for any more are sorted out now and then. */
const tidyEvery = 512;

/**
 * A branch asks for files of the commit it started from all through its life, and so does the merge that ends
 * it; nobody asks for what lies between.
 *
 *   trunk    0 ── 1 ── 2 ── 3 ── 4 ── 5         asked for at 3: 0 (by a, and by its merge 5), not 1 and 2
 *   branch   └── a ─────────────────┘
 *
 * @param followed which parent of a branch's commit its tree starts from
 */
export function askedBases(plan: HistoryPlan, followed: (commit: CommitFacts) => number): AskedBases {
  // by number of the commit plus one: the last place at which its tree is asked for
  const lastAsked = new Int32Array(plan.trunk.length + 1).fill(-1);
  const baseOf = new Map<CommitId, number>();
  const treeOf = (id: CommitId): number => plan.sequenceOf.get(id) ?? baseOf.get(id) ?? -1;
  plan.order.forEach(({ commit, trunk }, place) => {
    const { parents } = commit;
    for (let at = trunk === null ? 0 : 1; at < parents.length; at++) lastAsked[treeOf(parents[at]!) + 1] = place;
    if (trunk === null && parents.length > 0) baseOf.set(commit.id, treeOf(parents[followed(commit)]!));
  });
  let now = 0;
  let tidyAt = tidyEvery;
  // ascending
  let alive: number[] = lastAsked[0]! >= 0 ? [-1] : [];
  const isAsked = (base: number): boolean => lastAsked[base + 1]! >= now;
  return {
    enter: (place, sequence) => {
      now = place;
      if (isAsked(sequence)) alive.push(sequence);
      if (alive.length < tidyAt) return;
      alive = alive.filter(isAsked);
      tidyAt = 2 * alive.length + tidyEvery;
    },
    between: (from, to) => {
      let low = 0;
      for (let high = alive.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (alive[middle]! < from) low = middle + 1;
        else high = middle;
      }
      for (; low < alive.length && alive[low]! <= to; low++) if (isAsked(alive[low]!)) return true;
      return false;
    },
  };
}
