import { feltWeeks, paceRange, putPaceRange } from '../ledger/answers.ts';
import { cohorts } from '../ledger/cohortQuery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { revisions } from '../ledger/toldWeeks.ts';
import type { Cohort } from '../model/cohort.ts';
import type { Episode, PaceRange } from '../model/episode.ts';
import { fingerprintText } from '../model/fingerprint.ts';
import { HumanError } from '../model/humanError.ts';
import type { ReportFacts } from '../model/project.ts';
import { second } from '../model/time.ts';
import type { WorkFacts } from '../model/workFacts.ts';
import { assumedValues } from '../value/assumptions.ts';
import { localCalendar } from '../value/episodes/calendar.ts';
import { episodesOf } from '../value/episodes/episodesOf.ts';
import { groupCounts } from '../value/groupCounts.ts';
import { type IdleLimits, idleLimits, laxLimits, strictLimits } from '../value/time/idle.ts';
import type { ProjectParts } from './projectParts.ts';
import { allRepositoryWork, episodeRepo } from './repositoryWork.ts';

/**
 * Everything hours are told from, of all repositories in the ledger.
 * @param held what was read of this repository already
 */
export function workFacts(parts: ProjectParts, knownUntil: number, held: Pick<ReportFacts, 'cohorts' | 'outcomes'>): WorkFacts {
  const { ledger, repo } = parts;
  const { episodesAt, ...facts } = episodeFacts(parts, knownUntil, held.cohorts);
  const here = facts.episodes.filter((episode) => episode.repo === facts.repo);
  const atLimits = { strict: episodesAt(strictLimits), lax: episodesAt(laxLimits) };
  return { ...facts, atLimits, felt: feltWeeks(ledger), revisions: revisions(ledger, repo), groups: groupCounts(held.outcomes, here, knownUntil) };
}

interface EpisodeFacts {
  readonly repo: string;
  /** The episodes as other idle limits would have them. */
  readonly episodesAt: (limits: IdleLimits) => readonly Episode[];
}

/** The part of it that an estimate needs. */
export function episodeFacts({ ledger, repo, options }: ProjectParts, knownUntil: number, own: readonly Cohort[] = cohorts(ledger, repo)): Pick<WorkFacts, 'episodes' | 'paceRange' | 'set' | 'seed'> & EpisodeFacts {
  const set = options.assumptions ?? {};
  const values = assumedValues(set);
  const works = allRepositoryWork(ledger, { repo, knownUntil, cohorts: own });
  const at = ({ editing, reading }: IdleLimits): readonly Episode[] => episodesOf(works, { ...values, editIdle: editing / second, readIdle: reading / second }, localCalendar, options.asOf);
  return {
    repo: episodeRepo(repo),
    episodes: at(idleLimits(values)),
    episodesAt: at,
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
