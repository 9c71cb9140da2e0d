import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { DefaultBranch } from '../model/repository.ts';
import { second } from '../model/time.ts';
import type { CaptureResult } from './captureStep.ts';
import type { FollowState } from './followState.ts';
import type { Branches } from './readBranches.ts';

/** Logs and git do not write in the same instant; text read this much late is no late text. */
const lateness = 5 * second;

/** Text or notes that came to light only after the commits they may be in were followed, or left out as too old, or in a scan that was broken off. */
export function needsReplay(state: FollowState, captured: CaptureResult, notes: string): boolean {
  const brokenOff = captured.held - captured.contributions !== state.contributions;
  const late = captured.earliestNew !== null && captured.earliestNew < Math.max(state.followedUntil - lateness, state.since);
  return brokenOff || late || notes !== state.notes;
}

/** Heads, remote-tracking refs and the default branch; symbolic refs name what others name already. */
export function tipsOf(branches: Branches, main: DefaultBranch): Record<string, CommitId> {
  const tips: Record<string, CommitId> = { [main.ref]: main.commit };
  for (const ref of branches.refs) if (ref.target === null && ref.name !== 'refs/stash') tips[ref.name] = ref.commit;
  return tips;
}

/** Is the cursor on the first-parent chain of the tip? */
export function continues(graph: readonly CommitFacts[], cursor: CommitId, tip: CommitId): boolean {
  const byId = new Map(graph.map((commit) => [commit.id, commit]));
  let id: CommitId | undefined = tip;
  while (id !== undefined && id !== cursor) id = byId.get(id)?.parents[0];
  return id === cursor;
}

/** In a shallow clone the oldest commits show their whole tree as new. */
export function shallowBorder(graph: readonly CommitFacts[]): Set<CommitId> {
  return new Set(graph.filter((commit) => commit.parents.length === 0).map((commit) => commit.id));
}

/** Commits under this person's own addresses. */
export function mineAmong(graph: readonly CommitFacts[], { identity }: Branches): Set<CommitId> {
  return new Set(graph.filter((commit) => identity.addresses.has(commit.authorEmail)).map((commit) => commit.id));
}
