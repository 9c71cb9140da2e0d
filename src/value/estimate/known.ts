import { seededRandom } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode, PaceRange } from '../inputs.ts';
import { learnPace } from '../pace/pace.ts';
import type { Known } from './estimate.ts';
import { drawPerson } from './personDraws.ts';

export interface PersonFacts {
  readonly episodes: readonly Episode[];
  readonly paceRange: PaceRange | null;
  readonly asOf: number;
  readonly seed: number;
}

/** Everything of a person that one week shares with the next: own pace, and draws of what can't be known exactly. */
export function knowPerson({ episodes, paceRange, asOf, seed }: PersonFacts, values: AssumptionValues, draws: number): Known {
  const pace = learnPace(episodes, paceRange, values, asOf);
  return { pace, values, episodes, person: drawPerson(pace, episodes, values, seededRandom(seed), draws) };
}
