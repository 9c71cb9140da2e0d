import { feltWeeks, paceRange, putPaceRange } from '../ledger/answers.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { contributionOutcomes } from '../ledger/outcomes.ts';
import { revisions } from '../ledger/toldWeeks.ts';
import type { PaceRange } from '../model/episode.ts';
import { fingerprintText } from '../model/fingerprint.ts';
import { HumanError } from '../model/humanError.ts';
import type { WorkFacts } from '../model/workFacts.ts';
import { assumedValues } from '../value/assumptions.ts';
import { localCalendar } from '../value/episodes/calendar.ts';
import { episodesOf } from '../value/episodes/episodesOf.ts';
import { groupCounts } from '../value/groupCounts.ts';
import type { ProjectParts } from './projectParts.ts';
import { allRepositoryWork, episodeRepo } from './repositoryWork.ts';

/** Everything hours are told from, of all repositories in the ledger. */
export function workFacts({ ledger, repo, options }: ProjectParts, knownUntil: number): WorkFacts {
  const set = options.assumptions ?? {};
  const episodes = episodesOf(allRepositoryWork(ledger, { repo, knownUntil }), assumedValues(set), localCalendar, options.asOf);
  return {
    repo: episodeRepo(repo),
    episodes,
    felt: feltWeeks(ledger),
    revisions: revisions(ledger, repo),
    groups: groupCounts(contributionOutcomes(ledger, repo), episodes.filter((episode) => episode.repo === episodeRepo(repo)), knownUntil),
    paceRange: paceRange(ledger),
    set,
    // of the ledger, so that a report drawn again gives the same digits
    seed: fingerprintText(ledger.key, 'draws') % 2 ** 31,
  };
}

/** @throws {HumanError} when it is no range of hours */
export function keepPaceRange(ledger: Ledger, range: PaceRange | null): void {
  if (range !== null && !(range.low > 0 && range.high > range.low && Number.isFinite(range.high))) throw new HumanError('The range for 50 lines by hand must go from a time above 0 to a longer one, in hours.');
  putPaceRange(ledger, range);
}
