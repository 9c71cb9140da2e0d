import type { Cohort, ComparisonCohort } from '../model/cohort.ts';
import { cohortsByOrigin } from './cohortQuery.ts';
import type { Ledger } from './ledger.ts';

/** Effective lines that a person was seen typing on one branch in one local day. */
export interface HandEpisode {
  /** Branch and local day, joined by a line feed: the same name as that of the AI lines of that day. */
  readonly episode: string;
  /** Empty where it is not known. */
  readonly branch: string;
  /** UTC ms of the local day's noon. */
  readonly day: number;
  /** Those that reached a commit; where none did, all that were typed and not dropped. */
  readonly lines: number;
}

/** In the order of days. */
export function handLinesByEpisode(ledger: Ledger, repo: number): HandEpisode[] {
  const episodes = new Map<string, { day: number; committed: number; open: number }>();
  for (const { episode, writtenDay, effective, committedAt, fate, lines } of cohortsByOrigin(ledger, repo).hand) {
    if (!effective) continue;
    const counts = episodes.get(episode) ?? { day: writtenDay, committed: 0, open: 0 };
    episodes.set(episode, counts);
    if (committedAt !== null) counts.committed += lines;
    else if (fate === 'pending') counts.open += lines;
  }
  return [...episodes].flatMap(([episode, { day, committed, open }]) => {
    const lines = committed === 0 ? open : committed;
    return lines === 0 ? [] : [{ episode, branch: episode.slice(0, episode.indexOf('\n')), day, lines }];
  });
}

/** Merged lines that were typed by hand, as a comparison for those of AI. Lines lost from sight leave it. */
export function handComparison(hand: readonly Cohort[]): ComparisonCohort[] {
  return hand.flatMap(({ effective, mergedAt, diedAt, fate, lines }): ComparisonCohort[] => (effective && mergedAt !== null && fate !== 'unknown' ? [{ origin: 'hand', mergedAt, diedAt, lines }] : []));
}
