import { seededRandom } from '../survival/curves/seededRandom.ts';
import { day } from '../model/time.ts';
import { assumedValues, type AssumptionName, assumptions, type AssumptionValues } from './assumptions.ts';
import { calibrate } from './calibration.ts';
import { type Estimate, estimate, usualWork } from './estimate/estimate.ts';
import { type Known, knowPerson } from './estimate/known.ts';
import { steadyWeeks, weekNumber } from './estimate/steadyWeeks.ts';
import { shortestVerdictDays } from './estimate/verdict.ts';
import { type Episode, timeKinds, valueHorizons } from '../model/episode.ts';
import { isAiEpisode, isHandEpisode, type ValueInputs } from './inputs.ts';
import type { Interval } from './numerics/interval.ts';
import { exp } from './numerics/portable.ts';
import { normal95 } from './numerics/quantiles.ts';
import { typicalHours } from './pace/pace.ts';
import { notMeasured, paceLabel, whatWouldSettle, whyNoHours } from './statements.ts';
import type { ValueReport } from '../model/valueSections.ts';

const windowDraws = 3000;
const weekDraws = 600;

/** The `time` and `value` sections of the read model. The same inputs give the same report, to the last digit. */
export function valueOf(inputs: ValueInputs): ValueReport {
  const values = assumedValues(inputs.set);
  const { since, until } = inputs.window;
  const here = inputs.repo === undefined ? inputs.episodes : inputs.episodes.filter(({ repo }) => repo === inputs.repo);
  const inside = here.filter(({ day: at }) => at >= since && at < until);
  const known = knowPerson(inputs, values, windowDraws);
  const outside = inputs.episodes.filter((one) => !inside.includes(one));
  const whole = estimate(inside, usualWork(steadyWeeks(outside, known), known), known, seededRandom(inputs.seed + 1));
  const forWeeks = knowPerson(inputs, values, weekDraws);
  const weeks = weeksOf(here, inputs, forWeeks);
  return {
    time: timeOf(inside, whole, values),
    value: { ...figuresOf(whole, inside, known, until - since), weeks: weeks.map(({ row }) => row).filter(({ week }) => Date.parse(week) >= since - 7 * day && Date.parse(week) < until), felt: feltOf(inputs, here.length === inputs.episodes.length ? weeks : feltWeeks(inputs, forWeeks)) },
    assumptions: assumptionRows(values),
    notMeasured: [...notMeasured],
  };
}

interface ToldEstimate {
  readonly row: ValueReport['value']['weeks'][number];
  readonly week: number;
  readonly estimate: Estimate;
}

/** What was felt was felt of a whole week, whatever the repositories. */
function feltWeeks(inputs: ValueInputs, known: Known): ToldEstimate[] {
  const answered = new Set(inputs.felt.map(({ week }) => weekNumber(week)));
  return weeksOf(inputs.episodes.filter((episode) => answered.has(weekNumber(episode.day))), inputs, known);
}

/** Every week with AI work among `told`, each in the light of all others. */
function weeksOf(told: readonly Episode[], { episodes, seed }: ValueInputs, known: Known): ToldEstimate[] {
  const byWeek = Map.groupBy(told, (episode) => weekNumber(episode.day));
  const steady = Map.groupBy(steadyWeeks(episodes, known), (episode) => weekNumber(episode.day));
  return [...byWeek].toSorted(([a], [b]) => a - b).flatMap(([number, members]): ToldEstimate[] => {
    const others = [...steady].flatMap(([other, rest]) => (other === number ? [] : rest));
    const found = estimate(members, usualWork(others, known), known, seededRandom(seed + number));
    if (found === null) return [];
    const week = number * 7 * day + 4 * day;
    return [{ week, estimate: found, row: { week: new Date(week).toISOString(), hours: hundredth(found.work.total), net: rounded(found.net), gained: rounded(found.gained), rework: rounded(found.rework), provisional: hundredth(found.provisional) } }];
  });
}

function figuresOf(whole: Estimate | null, inside: readonly Episode[], { pace }: Known, length: number): Omit<ValueReport['value'], 'weeks' | 'felt'> {
  const common = { paceLabel: paceLabel(pace), pace: rounded(typicalHours(pace, 50)) };
  if (whole === null) {
    const ai = inside.filter((episode) => isAiEpisode(episode)).length;
    return { ...common, verdict: 'not enough evidence', whyNone: whyNoHours(ai, ai), net: null, gained: null, rework: null, giveBack: null, pPositive: null, horizons: [], ownWeight: null, capped: false, surprising: false, provisional: 0, settle: null };
  }
  // a short stretch is rarely decidable, and gets no verdict
  const long = length >= shortestVerdictDays * day;
  return {
    ...common,
    verdict: long || whole.verdict === 'not enough evidence' ? whole.verdict : 'cannot tell',
    whyNone: null,
    net: rounded(whole.net),
    gained: rounded(whole.gained),
    rework: rounded(whole.rework),
    giveBack: whole.giveBack === null ? null : rounded(whole.giveBack),
    pPositive: hundredth(whole.pPositive),
    horizons: valueHorizons.map((days) => ({ days, net: rounded(whole.netAt[days]) })),
    ownWeight: hundredth(Math.min(1, Math.max(0, whole.ownWeight))),
    capped: whole.capped,
    surprising: whole.surprising,
    provisional: hundredth(whole.provisional),
    settle: long ? whatWouldSettle(whole, pace) : 'Twelve weeks say more than one: a single stretch this short is rarely decidable.',
  };
}

function timeOf(inside: readonly Episode[], whole: Estimate | null, values: AssumptionValues): ValueReport['time'] {
  const total = whole?.work.total ?? 0;
  const reconstructed = whole?.work.reconstructed ?? 0;
  const spread = normal95 * (values.timeErrorMeasured + (values.timeErrorReconstructed - values.timeErrorMeasured) * reconstructed);
  const ai = inside.filter((episode) => isAiEpisode(episode)).length;
  return {
    total: hundredth(total),
    kinds: timeKinds.map((kind) => ({ kind, hours: hundredth(whole?.work.hours[kind] ?? 0) })),
    grade: reconstructed > 0.5 ? 'reconstructed' : 'measured',
    reconstructed: hundredth(reconstructed),
    aiEpisodes: ai,
    handEpisodes: inside.filter((episode) => isHandEpisode(episode)).length,
    untimed: whole?.work.untimed ?? ai,
    range: whole === null ? null : rounded({ low: total * exp(-spread), mid: total, high: total * exp(spread) }),
  };
}

function feltOf({ felt }: ValueInputs, weeks: readonly ToldEstimate[]): ValueReport['value']['felt'] {
  const { weeks: gaps, usualGap, usualShare } = calibrate(felt, weeks.map(({ week, estimate: found }) => ({ week, net: found.net, hours: found.work.total })));
  return {
    weeks: gaps.map(({ week, felt: hours, estimated, gap }) => ({ week: new Date(week).toISOString(), felt: hundredth(hours), estimated: rounded(estimated), gap: hundredth(gap) })),
    usualGap: usualGap === null ? null : hundredth(usualGap),
    usualShare: usualShare === null ? null : hundredth(usualShare),
  };
}

/** Every assumption with its value; a changed one is marked. */
export function assumptionRows(values: AssumptionValues): ValueReport['assumptions'] {
  return (Object.keys(assumptions) as AssumptionName[]).map((name) => {
    const { label, unit, source, value } = assumptions[name];
    return { name, label, unit, value: values[name], published: value, changed: values[name] !== value, source };
  });
}

function rounded({ low, mid, high }: Interval): Interval {
  return { low: hundredth(low), mid: hundredth(mid), high: hundredth(high) };
}

/** To a hundredth; never minus nought. */
function hundredth(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
