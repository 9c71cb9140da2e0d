import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode } from '../../model/episode.ts';
import { beta, normal } from '../numerics/draws.ts';
import { exp, ln } from '../numerics/portable.ts';
import { drawPace, type Pace } from '../pace/pace.ts';
import { byCoin } from './byCoin.ts';

/** Draws of everything that is the same in all of a person's weeks. One column each, one row a draw. */
export interface PersonDraws {
  readonly count: number;
  /** ln of hand time over time with AI, at ordinary survival. */
  readonly ratio: Float64Array;
  /** ln of lines an hour by hand on work as large as what AI is given. */
  readonly density: Float64Array;
  /** Spread of the noise of single episodes. */
  readonly noise: Float64Array;
  /** Hours of a typical hand-written episode. */
  readonly typical: Float64Array;
  /** e to the square of `noise`, less 1: the variance of one episode's hours over their squared mean. */
  readonly single: Float64Array;
  /** How uneven episodes are in hours: mean square over squared mean. */
  readonly uneven: Float64Array;
  /** Share of AI lines a person would have written for the same work. */
  readonly worth: Float64Array;
}

/** Draws from what is known of the person before looking at any AI work, except work decided by a coin. */
export function drawPerson(pace: Pace, episodes: readonly Episode[], values: AssumptionValues, random: Random, count: number): PersonDraws {
  const columns = { ratio: column(count), density: column(count), noise: column(count), typical: column(count), single: column(count), uneven: column(count), worth: column(count) };
  const { logLines, spreadLines } = pace;
  const size = logLines - ln(50);
  for (let draw = 0; draw < count; draw++) {
    const { a, b, s } = drawPace(pace, random);
    const larger = values.aiSize + values.aiSizeSpread * normal(random);
    const square = spreadLines * spreadLines;
    // hours grow as lines to the power of b: the sum of many lines over the sum of their hours
    columns.density[draw] = logLines - a - b * size - (s * s) / 2 + ((1 - b * b) * square) / 2 + (1 - b) * larger;
    columns.typical[draw] = exp(a + b * size + (s * s) / 2 + (b * b * square) / 2);
    columns.single[draw] = exp(s * s) - 1;
    columns.uneven[draw] = exp(b * b * square);
    columns.noise[draw] = s;
    columns.worth[draw] = beta(random, values.worthKept, values.worthLost);
    columns.ratio[draw] = values.ratioCentre + values.ratioSpread * normal(random);
  }
  const person = { count, ...columns };
  byCoin(person, pace, episodes, values, random);
  return person;
}

/** The first draws of a person, where fewer will do. */
export function firstDraws(person: PersonDraws, count: number): PersonDraws {
  const { ratio, density, noise, typical, single, uneven, worth } = person;
  const first = (one: Float64Array): Float64Array => one.subarray(0, count);
  return { count: Math.min(count, person.count), ratio: first(ratio), density: first(density), noise: first(noise), typical: first(typical), single: first(single), uneven: first(uneven), worth: first(worth) };
}

function column(count: number): Float64Array {
  return new Float64Array(count);
}
