import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { PushEvidence } from '../model/followStore.ts';
import type { HistoryPlan } from './historyPlan.ts';

/** When a commit of the default branch came to it, UTC ms; its own time for all that nothing else is known of. */
export type EntryTime = (commit: Pick<CommitFacts, 'id' | 'committedAt'>) => number;

/** What is known of how refs moved, oldest first each. */
export interface RefMoves {
  /** The default branch, as a remote-tracking ref. */
  readonly trunk: readonly PushEvidence[];
  /** Where that ref stood before the first of them; null where that was not seen. */
  readonly before: CommitId | null;
  /** Branches under review. */
  readonly branches: readonly PushEvidence[];
}

/**
 * A merge, a squash or a push of one's own makes a commit where it comes to the default branch: its time is the
 * time of the merge. A branch that the default branch was only moved forward to brings commits that are older.
 *
 *   pushed to a branch      Monday       b ── c
 *   default branch seen at  Friday   a ─ b ── c     b and c came by Friday, not when they were made
 *   next commit of its own  Thursday             d  seen by the same fetch: b and c were there by then
 *
 * The latest time that fits is taken: nothing is said to have survived longer than was seen.
 */
export function entryTimes(plan: HistoryPlan, moves: RefMoves): EntryTime {
  const entered = new Map<CommitId, number>();
  const pushedFrom = earliestPushes(plan, moves.branches);
  const seenAt = firstSightings(plan, moves);
  let ceiling = Infinity;
  for (let at = plan.trunk.length - 1; at >= 0; at--) {
    const commit = plan.trunk[at]!;
    const sight = seenAt[at]!;
    // what a later fetch brought was not there before: it bounds nothing
    if (at + 1 === plan.trunk.length || seenAt[at + 1] !== sight) ceiling = Infinity;
    const time = sight !== null && pushedFrom[at]! < sight ? Math.max(commit.committedAt, Math.min(sight, ceiling)) : commit.committedAt;
    if (time !== commit.committedAt) entered.set(commit.id, time);
    ceiling = Math.min(ceiling, time);
  }
  return (commit) => entered.get(commit.id) ?? commit.committedAt;
}

/** The first time each commit was seen pushed to a branch under review. */
export function firstPushes(branches: readonly PushEvidence[]): Map<CommitId, number> {
  const first = new Map<CommitId, number>();
  for (const { commit, at } of branches) if (at < (first.get(commit) ?? Infinity)) first.set(commit, at);
  return first;
}

/** For each commit of the plan's chain: when some branch that holds it was first pushed. */
function earliestPushes(plan: HistoryPlan, branches: readonly PushEvidence[]): Float64Array {
  const times = new Float64Array(plan.trunk.length).fill(Infinity);
  const parentOf = new Map(plan.order.map(({ commit }) => [commit.id, commit.parents[0]]));
  for (const { commit, at } of branches) {
    let id: CommitId | undefined = commit;
    while (id !== undefined && !plan.sequenceOf.has(id)) id = parentOf.get(id);
    const sequence = id === undefined ? undefined : plan.sequenceOf.get(id);
    if (sequence !== undefined) times[sequence] = Math.min(times[sequence]!, at);
  }
  for (let at = times.length - 2; at >= 0; at--) times[at] = Math.min(times[at]!, times[at + 1]!);
  return times;
}

/** For each commit of the plan's chain: when the default branch was first seen to hold it; null where that was before it was watched. */
function firstSightings(plan: HistoryPlan, { trunk, before }: RefMoves): (number | null)[] {
  const first = trunk.findIndex(({ commit }) => plan.sequenceOf.has(commit));
  const sights: (number | null)[] = plan.trunk.map(() => null);
  if (first < 0) return sights;
  // held before the first sighting in this stretch: told by where the ref stood then
  const from = first > 0 ? trunk[first - 1]!.commit : before;
  let next = (plan.sequenceOf.get(from ?? trunk[first]!.commit) ?? -1) + 1;
  for (const { commit, at } of trunk.slice(first)) {
    for (const until = plan.sequenceOf.get(commit) ?? -1; next <= until; next++) sights[next] = at;
  }
  return sights;
}
