import type { Episode } from '../model/episode.ts';
import { day } from '../model/time.ts';
import type { ToldWeek } from '../model/workFacts.ts';
import { seededRandom } from '../survival/curves/seededRandom.ts';
import { assumedValues } from './assumptions.ts';
import { enoughToCompare, type Estimate, estimate } from './estimate/estimate.ts';
import { type Known, knowPerson } from './estimate/known.ts';
import { firstDraws } from './estimate/personDraws.ts';
import { rounded } from './rounding.ts';
import { steadyWeeks } from './estimate/steadyWeeks.ts';
import { type Sums, workOf } from './estimate/workOf.ts';
import type { ValueInputs } from './inputs.ts';
import { weekNumber } from './weekNumber.ts';

const weekDraws = 600;

/** One week's estimate. */
export interface WeekEstimate {
  /** UTC ms of the week's Monday. */
  readonly week: number;
  readonly estimate: Estimate;
}

/** Estimates every week with AI work among `told` that is wanted by its Monday (UTC ms). */
export type WeekEstimator = (told: readonly Episode[], wanted: (week: number) => boolean) => WeekEstimate[];

/**
 * Tells single weeks, each in the light of all the person's other weeks.
 * @param all the person's episodes, those of the weeks among them
 */
export function weekEstimator(all: readonly Episode[], known: Known, seed: number): WeekEstimator {
  const forWeeks: Known = { ...known, person: firstDraws(known.person, weekDraws) };
  const usual = usualBeside(all, forWeeks);
  return (told, wanted) => [...Map.groupBy(told.filter((episode) => wanted(mondayOf(weekNumber(episode.day)))), (episode) => weekNumber(episode.day))].toSorted(([a], [b]) => a - b).flatMap(([number, members]) => {
    const found = estimate(members, usual(number), forWeeks, seededRandom(seed + number));
    return found === null ? [] : [{ week: mondayOf(number), estimate: found }];
  });
}

/** UTC ms of the Monday of a week, by its number. */
function mondayOf(number: number): number {
  return (7 * number + 4) * day;
}

/** Sums over all weeks but one, from each week's own. */
function usualBeside(all: readonly Episode[], known: Known): (number: number) => Sums | null {
  const weeks = [...Map.groupBy(steadyWeeks(all, known).episodes, (episode) => weekNumber(episode.day))].map(([number, members]) => ({ number, work: workOf(members, known.pace, known.values) }));
  return (but) => {
    const sums = { episodes: 0, total: 0, deliveredHours: 0, aiLines: 0, handLines: 0, reconstructedHours: 0, longestWeek: 0 };
    for (const { number, work } of weeks) {
      if (number === but) continue;
      for (const name of names) sums[name] += work[name];
      sums.longestWeek = Math.max(sums.longestWeek, work.longestWeek);
    }
    return enoughToCompare(sums);
  };
}

const names = ['episodes', 'total', 'deliveredHours', 'aiLines', 'handLines', 'reconstructedHours'] as const;

/** Weeks that are told anew; older ones are settled. */
const toldFor = 26 * 7 * day;

/** What is told now of each week of the last half year, to be held against what was told before. */
export function weeksToTell(inputs: Omit<ValueInputs, 'window' | 'felt'>): ToldWeek[] {
  const { episodes, repo, asOf, seed, set } = inputs;
  const known = knowPerson(inputs, assumedValues(set), weekDraws);
  const here = repo === undefined ? episodes : episodes.filter((episode) => episode.repo === repo);
  return weekEstimator(episodes, known, seed)(here, (week) => week >= asOf - toldFor && week <= asOf).map(({ week, estimate: { net, provisional } }) => ({ week, net: rounded(net), provisional: provisional > 0.05 }));
}
