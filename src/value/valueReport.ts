import { seededRandom } from '../survival/curves/seededRandom.ts';
import { day } from '../model/time.ts';
import { assumedValues, type AssumptionName, assumptions, type AssumptionValues } from './assumptions.ts';
import { calibrate, running } from './calibration.ts';
import { type Estimate, estimate, usualWork } from './estimate/estimate.ts';
import { type Known, knowPerson } from './estimate/known.ts';
import { shortestVerdictDays } from './estimate/verdict.ts';
import { type Work, workOf } from './estimate/workOf.ts';
import { type Episode, type FeltWeek, timeKinds, valueHorizons } from '../model/episode.ts';
import { isAiEpisode, isHandEpisode, totalHours, type ValueInputs } from './inputs.ts';
import type { Interval } from './numerics/interval.ts';
import { exp } from './numerics/portable.ts';
import { normal95 } from './numerics/quantiles.ts';
import { typicalHours } from './pace/pace.ts';
import { type WeekEstimate, weekEstimator } from './weeks.ts';
import { hundredth, rounded } from './rounding.ts';
import { notMeasured, paceLabel, whatWouldSettle, whyNoHours } from './statements.ts';
import type { ValueReport } from '../model/valueSections.ts';
import { weekNumber } from './weekNumber.ts';

const windowDraws = 3000;
/** For how far a limit decides, a third of them will do. */
const fewerDraws = 1000;

/** The work of the window, and what an estimate of it starts from. */
interface Told {
  readonly here: readonly Episode[];
  readonly inside: readonly Episode[];
  readonly known: Known;
  readonly whole: Estimate | null;
}

function tellWindow(inputs: Omit<ValueInputs, 'felt'>, values: AssumptionValues, draws: number): Told {
  const { episodes, repo, window: { since, until }, seed } = inputs;
  const here = repo === undefined ? episodes : episodes.filter((one) => one.repo === repo);
  const inside = here.filter(({ day: at }) => at >= since && at < until);
  const known = knowPerson(inputs, values, draws);
  const outside = episodes.filter((one) => !inside.includes(one));
  return { here, inside, known, whole: estimate(inside, usualWork(outside, known), known, seededRandom(seed + 1)) };
}

/** Net hours of the window alone; null where there are none. */
export function netOf(inputs: Omit<ValueInputs, 'felt'>): Interval | null {
  const { whole } = tellWindow(inputs, assumedValues(inputs.set), fewerDraws);
  return whole === null ? null : rounded(whole.net);
}

/** The `time` and `value` sections of the read model. The same inputs give the same report, to the last digit. */
export function valueOf(inputs: ValueInputs): ValueReport {
  const values = assumedValues(inputs.set);
  const { since, until } = inputs.window;
  const { here, inside, known, whole } = tellWindow(inputs, values, windowDraws);
  const inWindow = (week: number): boolean => week >= since - 7 * day && week < until;
  const answers = recentAnswers(inputs.felt, inWindow);
  const answered = new Set(answers.map(({ week }) => weekNumber(week)));
  const tell = weekEstimator(inputs.episodes, known, inputs.seed);
  const told = tell(here, inWindow);
  // what was felt was felt of a whole week, whatever the repositories; without others it is told already
  const shared = new Set(here.length === inputs.episodes.length ? [] : inputs.episodes.filter(({ repo }) => repo !== inputs.repo).map(({ day: at }) => weekNumber(at)));
  const isTold = (week: number): boolean => inWindow(week) && !shared.has(weekNumber(week));
  const felt = [...told.filter(({ week }) => isTold(week)), ...tell(inputs.episodes, (week) => answered.has(weekNumber(week)) && !isTold(week))];
  return {
    time: timeOf(inside, whole?.work ?? workOf(inside, known.pace, values), whole?.unseen ?? 0, values),
    value: { ...figuresOf(whole, inside, known, until - since), weeks: told.map(weekRow), felt: feltOf(answers, felt) },
    assumptions: assumptionRows(values),
    notMeasured: [...notMeasured],
  };
}

function weekRow({ week, estimate: { work, net, gained, rework, provisional } }: WeekEstimate): ValueReport['value']['weeks'][number] {
  return { week: new Date(week).toISOString(), hours: hundredth(work.total), net: rounded(net), gained: rounded(gained), rework: rounded(rework), provisional: hundredth(provisional) };
}

function figuresOf(whole: Estimate | null, inside: readonly Episode[], { pace }: Known, length: number): Omit<ValueReport['value'], 'weeks' | 'felt'> {
  const common = { paceLabel: paceLabel(pace), pace: rounded(typicalHours(pace, 50)) };
  if (whole === null) {
    const ai = inside.filter((episode) => isAiEpisode(episode));
    const lines = ai.reduce((sum, { aiLines }) => sum + aiLines, 0);
    return { ...common, verdict: 'not enough evidence', whyNone: whyNoHours(ai.length, ai.filter(({ hours }) => totalHours(hours) === 0).length, lines), net: null, gained: null, rework: null, giveBack: null, pPositive: null, horizons: [], ownWeight: null, capped: false, surprising: false, provisional: 0, settle: null };
  }
  const { netAt } = whole;
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
    horizons: valueHorizons.map((days) => ({ days, net: rounded(netAt[days]) })),
    ownWeight: hundredth(Math.min(1, Math.max(0, whole.ownWeight))),
    capped: whole.capped,
    surprising: whole.surprising,
    provisional: hundredth(whole.provisional),
    settle: long ? whatWouldSettle(whole, pace) : 'Twelve weeks say more than one: a single stretch this short is rarely decidable.',
  };
}

function timeOf(inside: readonly Episode[], { total, reconstructed, hours, untimed }: Work, unseen: number, values: AssumptionValues): ValueReport['time'] {
  const spread = normal95 * (values.timeErrorMeasured + (values.timeErrorReconstructed - values.timeErrorMeasured) * reconstructed);
  const ai = inside.filter((episode) => isAiEpisode(episode));
  return {
    total: hundredth(total),
    kinds: timeKinds.map((kind) => ({ kind, hours: hundredth(hours[kind]) })),
    grade: reconstructed > 0.5 ? 'reconstructed' : 'measured',
    reconstructed: hundredth(reconstructed),
    aiEpisodes: ai.length,
    handEpisodes: inside.filter((episode) => isHandEpisode(episode)).length,
    untimed,
    unseen: hundredth(Math.max(0, unseen)),
    range: total === 0 ? null : rounded({ low: total * exp(-spread), mid: total, high: total * exp(spread) }),
  };
}

/** Those that are shown or that the usual gap is told from. */
function recentAnswers(felt: readonly FeltWeek[], inWindow: (week: number) => boolean): readonly FeltWeek[] {
  const ascending = felt.toSorted((a, b) => a.week - b.week);
  return ascending.filter(({ week }, at) => inWindow(week) || at >= ascending.length - running);
}

function feltOf(felt: readonly FeltWeek[], weeks: readonly WeekEstimate[]): ValueReport['value']['felt'] {
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
