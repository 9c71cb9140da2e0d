import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import { type Episode, valueHorizons } from '../inputs.ts';
import type { Pace } from '../pace/pace.ts';
import { type HoursEstimate, hoursOf } from './hours.ts';
import type { PersonDraws } from './personDraws.ts';
import { ratioOf } from './ratio.ts';
import { steadyWeeks } from './steadyWeeks.ts';
import { drawSurvival, ordinaryShare, settledShares } from './survivalShare.ts';
import { fewestAiEpisodes, type Verdict, verdictOf } from './verdict.ts';
import { openShare, type Work, workOf } from './workOf.ts';

/** Net hours of one stretch of time, with what they rest on. */
export interface Estimate extends HoursEstimate {
  readonly work: Work;
  readonly verdict: Verdict;
  /** How far own evidence moves the ratio, 0 to 1. */
  readonly ownWeight: number;
  readonly surprising: boolean;
  /** The ceiling holds down more than one draw in twenty. */
  readonly capped: boolean;
  /** Share of the AI lines whose 30 days are not over. */
  readonly provisional: number;
}

export interface Known {
  readonly pace: Pace;
  readonly person: PersonDraws;
  readonly values: AssumptionValues;
  /** All episodes known of the person. */
  readonly episodes: readonly Episode[];
}

/**
 * Estimates the net hours of the AI episodes among `stretch`; null when there are none or no time was seen.
 * @param others further episodes of the person, to tell what is usual for them
 */
export function estimate(stretch: readonly Episode[], others: readonly Episode[], { pace, person, values, episodes }: Known, random: Random): Estimate | null {
  const work = workOf(steadyWeeks(stretch, pace, person, values), pace, values);
  if (work.episodes === 0 || !(work.total > 0)) return null;
  const usual = workOf(steadyWeeks(others, pace, person, values), pace, values);
  const enough = usual.episodes >= fewestAiEpisodes && usual.deliveredHours > 0 && usual.aiLines > 0;
  const ratio = ratioOf(work, enough ? usual : null, person, values, random);
  const [committed, month, quarter] = valueHorizons.map((horizon) => ({
    shares: drawSurvival(work, horizon, settledShares(episodes, horizon, values), random, person.count),
    ordinary: ordinaryShare(work, horizon, values),
  }));
  const hours = hoursOf(work, ratio, { 0: committed!, 30: month!, 90: quarter! });
  return {
    ...hours,
    work,
    verdict: verdictOf(hours.pPositive, work.episodes),
    ownWeight: ratio.ownWeight,
    surprising: ratio.surprising,
    capped: ratio.atCeiling > 0.05,
    provisional: openShare(work, 30),
  };
}
