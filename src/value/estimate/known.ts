import { seededRandom } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode, PaceRange, ValueHorizon } from '../../model/episode.ts';
import { learnPace, type Pace } from '../pace/pace.ts';
import { drawPerson, type PersonDraws } from './personDraws.ts';
import { settledShares, shareTable } from './survivalShare.ts';

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
  /** What the fate of young lines is drawn from; made when it is first asked for. */
  readonly shares: (horizon: ValueHorizon) => Float64Array;
}

/** Everything of a person that one week shares with the next: own pace, and draws of what can't be known exactly. */
export function knowPerson({ episodes, paceRange, asOf, seed }: PersonFacts, values: AssumptionValues, draws: number): Known {
  const pace = learnPace(episodes, paceRange, values, asOf);
  const made = new Map<ValueHorizon, Float64Array>();
  const shares = (horizon: ValueHorizon): Float64Array => {
    const table = made.get(horizon) ?? shareTable(settledShares(episodes, horizon, values), seededRandom(seed - 1 - horizon));
    made.set(horizon, table);
    return table;
  };
  return { pace, values, shares, person: drawPerson(pace, episodes, values, seededRandom(seed), draws) };
}
