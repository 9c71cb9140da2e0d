import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import { normal } from '../numerics/draws.ts';
import { mean } from '../numerics/interval.ts';
import { exp, ln } from '../numerics/portable.ts';
import { condition, moments } from './condition.ts';
import type { PersonDraws } from './personDraws.ts';
import { discountSurprise } from './surprise.ts';
import { meanWorth, type Work } from './workOf.ts';

/** What the work of one stretch of time says about the ratio of hand time to time with AI. */
export interface RatioDraws {
  /** ln of the ratio at ordinary survival, not above the ceiling. */
  readonly ratio: Float64Array;
  /** ln of noted over true hours. */
  readonly timeError: Float64Array;
  /** How far the evidence moves the estimate, 0 (the prior alone) to 1. */
  readonly ownWeight: number;
  /** Lines an hour were surprisingly many and count less. */
  readonly surprising: boolean;
  /** Share of draws that the ceiling held down. */
  readonly atCeiling: number;
}

/**
 * Conditions the person's ratio on lines an hour. With H hand hours that the work would have taken, T hours it took:
 *
 *     ratio = ln H/T,   lines = H · density · noise   ⇒   ln(lines / T noted) = ratio + density − noise − errors
 *
 * All are sums over the stretch, so that cutting work into more pieces changes nothing.
 *
 * @param usual the person's other work with AI, to tell what is usual for them; null when there is too little
 */
export function ratioOf(work: Work, usual: Work | null, person: PersonDraws, values: AssumptionValues, random: Random): RatioDraws {
  const { count } = person;
  const worth = meanWorth(values);
  const error = values.timeErrorMeasured + (values.timeErrorReconstructed - values.timeErrorMeasured) * work.reconstructed;
  const known = work.handLines / worth;
  const ratio = new Float64Array(count);
  const timeError = new Float64Array(count);
  const expected = new Float64Array(count);
  const logHours = ln(work.total);
  for (let draw = 0; draw < count; draw++) {
    const pieces = piecesOf(person, draw, logHours);
    const within = values.ratioSpreadWithin * Math.sqrt(person.uneven[draw]! / pieces);
    const noise = sumNoise(person, draw, pieces);
    const wordy = ln((known * worth + person.worth[draw]! * work.aiLines) / (known * worth + worth * work.aiLines));
    ratio[draw] = person.ratio[draw]! + within * normal(random);
    timeError[draw] = error * normal(random);
    const sumOff = Math.sqrt(noise) * normal(random) - noise / 2;
    expected[draw] = ratio[draw]! + person.density[draw]! - sumOff - timeError[draw]! - (Number.isNaN(wordy) ? 0 : wordy);
  }
  const lines = work.handLines + worth * work.aiLines;
  // half a line for none: a logarithm needs something
  const noted = ln(Math.max(lines, 0.5) / work.deliveredHours);
  const toUsual = usual === null ? noted : besideUsual(noted, work, usual, person, values);
  const { centre, spread } = moments(expected);
  const observed = discountSurprise(toUsual, centre, spread, values.surpriseFrom, values.surpriseTo);
  const [ownWeight] = work.deliveredHours > 0 ? condition([ratio, timeError], expected, observed) : [0];
  return { ratio, timeError, ownWeight: ownWeight!, surprising: observed < noted - 1e-9, atCeiling: holdDown(ratio, ln(values.ratioCeiling)) };
}

/** Holds a week's lines an hour to what the person's other weeks make usual. */
function besideUsual(noted: number, work: Work, usual: Work, person: PersonDraws, values: AssumptionValues): number {
  const expected = ln(Math.max(usual.handLines + meanWorth(values) * usual.aiLines, 0.5) / usual.deliveredHours);
  const variance = [work, usual].reduce((sum, { total }) => sum + mean(Float64Array.from({ length: Math.min(200, person.count) }, (_, draw) => {
    const pieces = piecesOf(person, draw, ln(total));
    return sumNoise(person, draw, pieces) + (values.ratioSpreadWithin * values.ratioSpreadWithin * person.uneven[draw]!) / pieces;
  })), 0);
  return discountSurprise(noted, expected, Math.sqrt(variance), values.usualSlack, values.surpriseTo);
}

/** How many typical episodes fit into the hours: pieces of work counted by time, which can't be split at will. */
function piecesOf(person: PersonDraws, draw: number, logHours: number): number {
  return Math.max(1, exp(logHours - person.typical[draw]!));
}

/** Variance of the logarithm of a sum of that many log-normal hours around its expectation (Fenton and Wilkinson). */
function sumNoise(person: PersonDraws, draw: number, pieces: number): number {
  const s = person.noise[draw]!;
  return ln(1 + ((exp(s * s) - 1) * person.uneven[draw]!) / pieces);
}

function holdDown(ratio: Float64Array, ceiling: number): number {
  let held = 0;
  for (let draw = 0; draw < ratio.length; draw++) {
    if (ratio[draw]! <= ceiling) continue;
    held++;
    ratio[draw] = ceiling;
  }
  return ratio.length === 0 ? 0 : held / ratio.length;
}
