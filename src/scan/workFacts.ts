import { feltWeeks, paceRange, putPaceRange } from '../ledger/answers.ts';
import { cohorts } from '../ledger/cohortQuery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { revisions } from '../ledger/toldWeeks.ts';
import type { Cohort } from '../model/cohort.ts';
import type { PaceRange } from '../model/episode.ts';
import { fingerprintText } from '../model/fingerprint.ts';
import { HumanError } from '../model/humanError.ts';
import type { ReportFacts } from '../model/project.ts';
import type { WorkFacts } from '../model/workFacts.ts';
import { assumedValues } from '../value/assumptions.ts';
import { localCalendar } from '../value/episodes/calendar.ts';
import { episodesOf } from '../value/episodes/episodesOf.ts';
import { groupCounts } from '../value/groupCounts.ts';
import type { ProjectParts } from './projectParts.ts';
import { allRepositoryWork, episodeRepo } from './repositoryWork.ts';

/**
 * Everything hours are told from, of all repositories in the ledger.
 * @param held what was read of this repository already
 */
export function workFacts(parts: ProjectParts, knownUntil: number, held: Pick<ReportFacts, 'cohorts' | 'outcomes'>): WorkFacts {
  const { ledger, repo } = parts;
  const facts = episodeFacts(parts, knownUntil, held.cohorts);
  const here = facts.episodes.filter((episode) => episode.repo === facts.repo);
  return { ...facts, felt: feltWeeks(ledger), revisions: revisions(ledger, repo), groups: groupCounts(held.outcomes, here, knownUntil) };
}

/** The part of it that an estimate needs. */
export function episodeFacts({ ledger, repo, options }: ProjectParts, knownUntil: number, own: readonly Cohort[] = cohorts(ledger, repo)): Pick<WorkFacts, 'episodes' | 'paceRange' | 'set' | 'seed'> & { readonly repo: string } {
  const set = options.assumptions ?? {};
  return {
    repo: episodeRepo(repo),
    episodes: episodesOf(allRepositoryWork(ledger, { repo, knownUntil, cohorts: own }), assumedValues(set), localCalendar, options.asOf),
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
