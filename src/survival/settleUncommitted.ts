import type { Death, FollowedLine } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { day } from '../model/time.ts';
import type { Observations } from './observations.ts';

/** Text not seen for this long, where nothing can tell any more, is unknown. */
export const decidableFor = 30 * day;

/** What the working trees on this machine say about text that no commit holds. */
export type Sighting = 'there' | 'gone' | 'cannot be seen';

export interface SettleInput {
  readonly store: FollowStore;
  readonly observations: Pick<Observations, 'firstAfter'>;
  /** A path's own name and the names it had. */
  readonly namesOf: (path: string) => readonly string[];
  readonly sight: (line: FollowedLine) => Sighting;
  readonly now: number;
}

/**
 * Decides about text that was written and is in no commit: still waiting in a working tree or stash,
 * dropped, or (when the place it was written in is gone and nothing later shows the file) unknown.
 */
export function settleUncommitted(input: SettleInput): void {
  for (const line of input.store.uncommitted()) {
    const seen = input.sight(line);
    const place = seen === 'there' ? 'worktree' : 'none';
    const death = seen === 'there' ? null : dropOf(line, seen, input);
    if (line.place === place && line.death === death) continue;
    line.place = place;
    line.death = death;
    if (death !== null) line.tokens = null;
    input.store.changed(line);
  }
}

function dropOf(line: FollowedLine, seen: Sighting, input: SettleInput): Death | null {
  const contribution = input.store.contribution(line.contribution);
  const observed = input.observations.firstAfter(input.namesOf(contribution.path), line.writtenAt);
  // whichever came first: a commit of mine without it, or an edit of the agent that took it away
  if (line.supersededAt !== null && (observed === null || line.supersededAt <= observed.at)) return { fate: 'dropped', cause: 'me with AI', at: line.supersededAt, commit: null };
  if (observed !== null) return { fate: 'dropped', cause: 'me', at: observed.at, commit: null };
  if (seen === 'gone') return { fate: 'dropped', cause: 'unknown', at: line.writtenAt, commit: null };
  return input.now - line.writtenAt > decidableFor ? { fate: 'unknown', cause: 'unknown', at: line.writtenAt, commit: null } : null;
}
