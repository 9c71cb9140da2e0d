import type { Random } from '../../survival/curves/seededRandom.ts';
import type { Episode, ValueHorizon } from '../../model/episode.ts';
import { type AliveDraws, type HoursEstimate, hoursOf } from './hours.ts';
import type { Known } from './known.ts';
import { ratioOf } from './ratio.ts';
import { firstDraws } from './personDraws.ts';
import { steadyWeeks, withoutBestWeek } from './steadyWeeks.ts';
import { drawSurvival, ordinaryShare } from './survivalShare.ts';
import { unseenHours } from './unseenHours.ts';
import type { Verdict } from '../../model/valueSections.ts';
import { fewestAiEpisodes, verdictOf } from './verdict.ts';
import { openShare, type Sums, type Work, workOf } from './workOf.ts';

/** Net hours of one stretch of time, with what they rest on. */
export interface Estimate extends HoursEstimate {
  readonly work: Work;
  /** Hours of it that were not seen, as far as its lines tell. */
  readonly unseen: number;
  readonly verdict: Verdict;
  /** How far own evidence moves the ratio, 0 to 1. */
  readonly ownWeight: number;
  readonly surprising: boolean;
  /** The ceiling holds down more than one draw in twenty. */
  readonly capped: boolean;
  /** Share of the AI lines whose 30 days are not over. */
  readonly provisional: number;
}

/**
 * Estimates the net hours of the AI episodes among `stretch`; null when there are none or no time was seen.
 * @param usual further work of the person, to tell what is usual for them; null when there is too little
 */
export function estimate(stretch: readonly Episode[], usual: Sums | null, known: Known, random: Random): Estimate | null {
  const found = estimateAsItIs(stretch, usual, known, random);
  if (found?.verdict !== 'gain') return found;
  // lines of one week are easily added: a gain has to be one also without the week of most lines an hour
  const rest = withoutBestWeek(stretch, known);
  const without = rest === null ? found : estimateAsItIs(rest, usual, { ...known, person: firstDraws(known.person, 1000) }, random);
  return without === null || without.verdict === 'cannot tell' || without.verdict === 'loss' ? Object.assign(found, { verdict: 'cannot tell' as const }) : found;
}

function estimateAsItIs(stretch: readonly Episode[], usual: Sums | null, { pace, person, values, shares: tables }: Known, random: Random): Estimate | null {
  const steady = steadyWeeks(stretch, { pace, person, values });
  const work = workOf(steady.episodes, pace, values);
  // of answers alone nobody can tell what they were worth
  if (!(work.total > 0) || work.parts.every(({ aiPart }) => aiPart === 0)) return null;
  const ratio = ratioOf(work, usual, person, values, random);
  const alive = (horizon: ValueHorizon): AliveDraws => ({ shares: drawSurvival(work, horizon, tables, random, person.count), ordinary: ordinaryShare(work, horizon, values) });
  const [committed, month] = [alive(0), alive(30)];
  const surprising = ratio.surprising || steady.episodes !== stretch;
  const unseen = steady.missing + unseenHours(work, usual, { pace, person, values });
  const hours = hoursOf({ ...work, unseen }, ratio, { 0: committed, 30: month, 90: () => alive(90) });
  return Object.assign(hours, {
    work,
    unseen,
    verdict: verdictOf(hours.pPositive, work.episodes, surprising),
    ownWeight: ratio.ownWeight,
    surprising,
    capped: ratio.atCeiling > 0.05,
    provisional: openShare(work, 30),
  });
}

/** Work to compare a week with; null when there is too little to call anything usual. */
export function usualWork(others: readonly Episode[], known: Known): Sums | null {
  return enoughToCompare(workOf(steadyWeeks(others, known).episodes, known.pace, known.values));
}

export function enoughToCompare(work: Sums): Sums | null {
  return work.episodes >= fewestAiEpisodes && work.deliveredHours > 0 && work.aiLines > 0 ? work : null;
}
