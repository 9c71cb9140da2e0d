import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import { normals } from '../numerics/draws.ts';
import { ln } from '../numerics/portable.ts';
import { condition, moments } from './condition.ts';
import type { PersonDraws } from './personDraws.ts';
import { discountSurprise } from './surprise.ts';
import { meanWorth, reconstructedShare, type Sums, type Work } from './workOf.ts';

/** How many standard deviations an ordinary week below the usual lies below it: the mean of half a normal distribution. */
const meanBelow = 0.8;

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
export function ratioOf(work: Work, usual: Sums | null, person: PersonDraws, values: AssumptionValues, random: Random): RatioDraws {
  const { count } = person;
  const worth = meanWorth(values);
  const next = normals(random);
  // lines an hour are read off the usual work, if there is any, with the error of its hours
  const error = timeErrorOf(usual ?? work, values);
  const ownError = timeErrorOf(work, values);
  const ratio = new Float64Array(count);
  const timeError = new Float64Array(count);
  const expected = new Float64Array(count);
  for (let draw = 0; draw < count; draw++) {
    const pieces = piecesOf(person, draw, work.total);
    const within = values.ratioSpreadWithin * Math.sqrt(person.uneven[draw]! / pieces);
    const noise = sumNoise(person, draw, pieces);
    const wordy = ln((work.handLines + person.worth[draw]! * work.aiLines) / (work.handLines + worth * work.aiLines));
    ratio[draw] = person.ratio[draw]! + within * next();
    timeError[draw] = error * next();
    const sumOff = Math.sqrt(noise) * next() - noise / 2;
    const unseen = values.sumError * next();
    expected[draw] = ratio[draw]! + person.density[draw]! - sumOff - timeError[draw]! + unseen - (Number.isNaN(wordy) ? 0 : wordy);
  }
  const noted = logDensityOf(work, values);
  const toUsual = usual === null ? noted : besideUsual(noted, work, usual, person, values);
  const { centre, spread } = moments(expected);
  const observed = discountSurprise(toUsual, centre, spread, values.surpriseFrom, values.surpriseTo);
  const [ownWeight] = work.deliveredHours > 0 ? condition([ratio, timeError], expected, observed) : [0];
  if (ownError !== error) ofOwnTime(timeError, error, ownError, next);
  return { ratio, timeError, ownWeight: ownWeight!, surprising: observed < toUsual - 1e-9 || (usual !== null && noted > logDensityOf(usual, values) + values.surpriseFrom * usualSpread(work, person, values)), atCeiling: holdDown(ratio, ln(values.ratioCeiling)) };
}

/** What is known of the error of usual hours says less of hours that were told in a worse way. */
function ofOwnTime(timeError: Float64Array, usual: number, own: number, next: () => number): void {
  const further = Math.sqrt(Math.max(0, own * own - usual * usual));
  for (let draw = 0; draw < timeError.length; draw++) timeError[draw] = timeError[draw]! * Math.min(1, own / usual) + further * next();
}

/** Error of attended time, logarithm. */
function timeErrorOf(work: Sums, { timeErrorMeasured, timeErrorReconstructed }: AssumptionValues): number {
  return timeErrorMeasured + (timeErrorReconstructed - timeErrorMeasured) * reconstructedShare(work);
}

/**
 * Reads a week in the light of the person's other weeks. Upwards only so much of the difference counts as differences
 * between episodes in what AI is good for explain, and a surprising one counts nothing; downwards a fixed share.
 */
function besideUsual(noted: number, work: Work, usual: Sums, person: PersonDraws, values: AssumptionValues): number {
  const expected = logDensityOf(usual, values);
  if (noted <= expected) return expected + values.usualDown * (noted - expected);
  const [within, noise] = differences(work, person, values);
  const [usualWithin, usualNoise] = differences(usual, person, values);
  const spread = Math.sqrt(within + noise + usualWithin + usualNoise);
  // as an ordinary week below the usual is read: else adding lines to a poor week would pay
  const counted = discountSurprise(noted, expected, spread, values.usualSlack, values.surpriseTo, -meanBelow * values.usualDown);
  return expected + (within / (within + noise)) * (counted - expected);
}

/** Standard deviation of a week's logarithm of lines an hour around the person's usual. */
export function usualSpread(work: Pick<Sums, 'total'>, person: PersonDraws, values: AssumptionValues): number {
  const [within, noise] = differences(work, person, values);
  return Math.sqrt(within + noise);
}

/** ln of delivered lines an hour; half a line for none: a logarithm needs something. */
export function logDensityOf(work: Sums, values: AssumptionValues): number {
  return ln(Math.max(work.handLines + meanWorth(values) * work.aiLines, 0.5) / work.deliveredHours);
}

type Differences = readonly [number, number];

/** The same stretch is asked about several times, and it takes a while. */
const reckoned = new WeakMap<PersonDraws, Map<number, Differences>>();

/** Variances between stretches of one person: of the ratio, and of the lines that hours of work come to. */
function differences({ total }: Pick<Sums, 'total'>, person: PersonDraws, values: AssumptionValues): Differences {
  const known = reckoned.get(person) ?? new Map<number, Differences>();
  reckoned.set(person, known);
  const found = known.get(total) ?? reckonDifferences(total, person, values);
  known.set(total, found);
  return found;
}

function reckonDifferences(total: number, person: PersonDraws, values: AssumptionValues): Differences {
  const draws = Math.min(64, person.count);
  let [within, noise] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const pieces = piecesOf(person, draw, total);
    within += (values.ratioSpreadWithin * values.ratioSpreadWithin * person.uneven[draw]!) / pieces / draws;
    noise += sumNoise(person, draw, pieces) / draws;
  }
  return [within, noise];
}

/** How many typical episodes fit into the hours: pieces of work counted by time, which can't be split at will. */
function piecesOf(person: PersonDraws, draw: number, hours: number): number {
  return Math.max(1, hours / person.typical[draw]!);
}

/** Variance of the logarithm of a sum of that many log-normal hours around its expectation (Fenton and Wilkinson). */
function sumNoise(person: PersonDraws, draw: number, pieces: number): number {
  return ln(1 + (person.single[draw]! * person.uneven[draw]!) / pieces);
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
