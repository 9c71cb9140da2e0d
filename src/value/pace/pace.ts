import { HumanError } from '../../model/humanError.ts';
import { day } from '../../model/time.ts';
import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode, PaceRange } from '../../model/episode.ts';
import { isHandEpisode } from '../inputs.ts';
import { exp, ln } from '../numerics/portable.ts';
import { mean } from '../numerics/interval.ts';
import { normal95, studentQuantile } from '../numerics/quantiles.ts';
import { weekNumber } from '../weekNumber.ts';
import { drawRegression, type NormalInverseGamma, type Observation, posterior } from './normalInverseGamma.ts';

/** Where the own pace comes from: own hand-written episodes, a range the person entered, or published figures. */
export type PaceSource = 'own episodes' | 'entered range' | 'published';

/** What is known about how long this person takes by hand: ln hours = a + b·ln(lines / 50) + noise. */
export interface Pace {
  readonly source: PaceSource;
  readonly handEpisodes: number;
  readonly regression: NormalInverseGamma;
  /** Logarithm of the typical hand-written episode's lines, and their spread. */
  readonly logLines: number;
  readonly spreadLines: number;
  /** ln of the highest lines an hour, relative to the typical, that own work lets expect: its 95th percentile. */
  readonly logTop: number;
}

/** With fewer own episodes the pace is published, or what the person entered. */
export const fewestHandEpisodes = 5;
const referenceLines = 50;
const robustDegrees = 8;
/** By how much the square of a normal variable is too small, when it is weighted in full up to 1.64 and not at all from 2.5 on. */
const oddByChance = 0.21;
/** With fewer weeks of hand-written work none is unusual. */
const fewestWeeks = 4;

/** Learns a person's pace from all hand-written episodes that are known at `asOf`. */
export function learnPace(episodes: readonly Episode[], range: PaceRange | null, values: AssumptionValues, asOf: number): Pace {
  const hand = episodes.filter((episode) => isHandEpisode(episode));
  const enough = hand.length >= fewestHandEpisodes;
  const prior = priorPace(values, enough ? null : range);
  const logs = hand.map((episode) => ln(episode.handLines));
  const observations = enough ? robust(prior, hand.map((episode, at) => ({ x: logs[at]! - ln(referenceLines), y: ln(episode.hours.writing), weight: 1, week: weekNumber(episode.day) }))) : [];
  const last = hand.reduce((latest, episode) => Math.max(latest, episode.day), 0);
  const regression = withoutOddWeeks(prior, observations, values);
  const spreadLines = enough ? spreadOf(logs, values) : values.episodeSpread;
  // lines an hour vary with the noise, and with size as far as hours grow less than lines
  const overSize = (1 - regression.mean[1]) * spreadLines;
  return {
    source: enough ? 'own episodes' : range === null ? 'published' : 'entered range',
    handEpisodes: hand.length,
    regression: enough ? stale(regression, (asOf - last) / (30 * day) - 3, values) : regression,
    logLines: enough ? middle(logs) : ln(values.episodeLines),
    spreadLines,
    logTop: normal95 * Math.sqrt(regression.scale / regression.degrees + overSize * overSize),
  };
}

/** 90 % interval of the hours for `lines` by hand in the middle of the noise, in closed form. */
export function typicalHours({ regression }: Pace, lines: number): { readonly low: number; readonly mid: number; readonly high: number } {
  const { mean: [a, b], covariance: [aa, ab, bb], degrees, scale } = regression;
  const x = ln(lines / referenceLines);
  const half = studentQuantile(0.95, degrees) * Math.sqrt((scale / degrees) * (aa + 2 * ab * x + bb * x * x));
  return { low: exp(a + b * x - half), mid: exp(a + b * x), high: exp(a + b * x + half) };
}

/** How far a hand-written episode lies above (slower) or below its expected hours, logarithm. */
export function offPace({ handLines, hours }: Episode, { regression }: Pace): number {
  return off({ x: ln(handLines / referenceLines), y: ln(hours.writing), weight: 1 }, regression);
}

/** One draw of the pace. The noise's spread is kept within reason: beyond, hours have no mean worth telling. */
export function drawPace({ regression }: Pace, random: Random): { a: number; b: number; s: number } {
  for (;;) {
    const draw = drawRegression(regression, random);
    if (draw.s < 1.5 && draw.b > 0.1 && draw.b < 1.3) return draw;
  }
}

/** Before any own episode: the published pace, or the range a person entered for 50 lines. */
export function priorPace(values: AssumptionValues, range: PaceRange | null): NormalInverseGamma {
  if (range !== null && !(range.low > 0 && range.high > range.low)) throw new HumanError('The range for 50 lines by hand must go from a time above 0 to a longer one, in hours.');
  const centre = range === null ? ln(values.handHours) : (ln(range.low) + ln(range.high)) / 2;
  const spread = range === null ? values.handHoursSpread : (ln(range.high) - ln(range.low)) / (2 * normal95);
  const degrees = values.handNoiseWeight;
  const scale = degrees * values.handNoise * values.handNoise;
  // the expectation of s²: dividing by it gives a and b the spreads of the table
  const expected = degrees > 2 ? scale / (degrees - 2) : scale;
  return {
    mean: [centre, values.sizePower],
    covariance: [(spread * spread) / expected, 0, (values.sizePowerSpread * values.sizePowerSpread) / expected],
    degrees,
    scale,
  };
}

type Dated = Observation & { readonly week: number };

/** Outliers (a day slept over, one typed slowly on purpose) count less: weights of a t distribution, refitted. */
function robust(prior: NormalInverseGamma, observations: readonly Dated[]): Dated[] {
  let weighted = [...observations];
  for (let round = 0; round < 3; round++) {
    const fit = posterior(prior, weighted);
    const square = fit.scale / fit.degrees;
    weighted = observations.map((one) => ({ ...one, weight: Math.min(1, (robustDegrees + 1) / (robustDegrees + off(one, fit) ** 2 / square)) }));
  }
  return weighted;
}

function off({ x, y }: Observation, { mean: [a, b] }: NormalInverseGamma): number {
  return y - a - b * x;
}

/**
 * Weeks that are slow or quick as a whole teach less of the pace, though no single episode of theirs stands out: full
 * weight as far as chance explains it, none once it is surprising.
 */
function withoutOddWeeks(prior: NormalInverseGamma, observations: readonly Dated[], { missingFrom, surpriseTo }: AssumptionValues): NormalInverseGamma {
  const withAll = posterior(prior, observations);
  const weeks = [...Map.groupBy(observations, ({ week }) => week).values()];
  if (weeks.length < fewestWeeks) return withAll;
  let fit = withAll;
  for (let round = 0; round < 3; round++) {
    const weighted = weeks.flatMap((members) => {
      const steps = Math.abs(mean(members.map((one) => off(one, fit)))) * Math.sqrt((members.length * withAll.degrees) / withAll.scale);
      const counts = Math.min(1, Math.max(0, (surpriseTo - steps) / (surpriseTo - missingFrom)));
      return members.map((one) => ({ ...one, weight: one.weight * counts }));
    });
    fit = posterior(prior, weighted);
  }
  // chance alone makes some weeks odd: without them the noise would be told too small
  return { ...fit, scale: fit.scale / (1 - (oddByChance * weeks.length) / observations.length) };
}

/** Without hand-written work the pace becomes uncertain again, as a random walk from the fourth month on. */
function stale(regression: NormalInverseGamma, months: number, values: AssumptionValues): NormalInverseGamma {
  if (months <= 0) return regression;
  const [aa, ab, bb] = regression.covariance;
  const added = (values.staleSpread * values.staleSpread * months * regression.degrees) / regression.scale;
  return { ...regression, covariance: [aa + added, ab, bb] };
}

function middle(logs: readonly number[]): number {
  const ascending = logs.toSorted((a, b) => a - b);
  return (ascending[Math.floor((ascending.length - 1) / 2)]! + ascending[Math.ceil((ascending.length - 1) / 2)]!) / 2;
}

/** Own spread of sizes, held to the table's by the weight of ten episodes. */
function spreadOf(logs: readonly number[], values: AssumptionValues): number {
  const centre = mean(logs);
  const squares = logs.reduce((sum, log) => sum + (log - centre) * (log - centre), 0);
  return Math.sqrt((squares + 10 * values.episodeSpread * values.episodeSpread) / (logs.length + 10));
}
