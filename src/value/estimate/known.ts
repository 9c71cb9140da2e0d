import { seededRandom } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode, PaceRange, ValueHorizon } from '../../model/episode.ts';
import { learnPace, type Pace } from '../pace/pace.ts';
import { drawPerson, type PersonDraws } from './personDraws.ts';
import { type SettledShares, settledShares } from './survivalShare.ts';

export interface PersonFacts {
  readonly episodes: readonly Episode[];
  readonly paceRange: PaceRange | null;
  readonly asOf: number;
  readonly seed: number;
}

/** What all estimates of a person start from. */
export interface Known {
  readonly pace: Pace;
  readonly person: PersonDraws;
  readonly values: AssumptionValues;
  readonly settled: Readonly<Record<ValueHorizon, SettledShares>>;
}

/** Everything of a person that one week shares with the next: own pace, and draws of what can't be known exactly. */
export function knowPerson({ episodes, paceRange, asOf, seed }: PersonFacts, values: AssumptionValues, draws: number): Known {
  const pace = learnPace(episodes, paceRange, values, asOf);
  const settled = { 0: settledShares(episodes, 0, values), 30: settledShares(episodes, 30, values), 90: settledShares(episodes, 90, values) };
  return { pace, values, settled, person: drawPerson(pace, episodes, values, seededRandom(seed), draws) };
}
