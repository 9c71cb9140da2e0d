import type { Cohort, ComparisonCohort } from '../model/cohort.ts';
import { causes, horizonDays } from '../model/fate.ts';
import type { Band, Horizon, ReadModel, SectionCoverage, SurvivalCurve } from '../model/readModel.ts';
import { aiLifetimes, comparisonLifetimes, type WatchedTime } from '../survival/curves/cohortLifetimes.ts';
import type { Lifetime } from '../survival/curves/lifetime.ts';
import { seededRandom } from '../survival/curves/seededRandom.ts';
import { type EstimatedCurve, fewestClusters, survivalCurve } from '../survival/curves/survivalCurve.ts';
import { count, type ViewedLines } from './evidence.ts';
import { plural } from './words.ts';

const lastDay = Math.max(...horizonDays);
// A fixed seed: the same facts always give the same band.
const options = { days: lastDay, draws: 400, level: 0.9 };
const seed = 20_260_101;

export interface SurvivalInput {
  /** The person's own effective lines of counted grades, whenever they were written. */
  readonly cohorts: readonly Cohort[];
  readonly comparison: readonly ComparisonCohort[];
  readonly rows: readonly ViewedLines[];
  readonly watched: WatchedTime;
  readonly coverage: SectionCoverage;
}

/** How long merged lines live, beside the repository's other lines. */
export function survivalSection({ cohorts, comparison, rows, watched, coverage }: SurvivalInput): ReadModel['survival'] {
  const lifetimes = aiLifetimes(cohorts, watched);
  const estimated = survivalCurve(lifetimes, { ...options, causes: causes.length, random: seededRandom(seed) });
  const other = comparisonCurve(comparison, watched);
  return {
    coverage: { ...coverage, lines: lifetimes.reduce((sum, row) => sum + row.weight, 0) },
    mine: estimated === null ? null : curveOf(estimated, causes),
    whyNone: estimated === null ? whyNone(lifetimes) : null,
    other,
    horizons: [0, ...horizonDays].map((days): Horizon => {
      const otherPoint = other?.curve.points[days];
      return {
        days,
        alive: bandAt(estimated, days),
        atRisk: count(rows, { atRiskOnDay: days }),
        causes: estimated === null || days >= estimated.points.length ? [] : causes.map((cause, at) => ({ cause, dead: rounded(estimated.incidence[at]![days]!) })),
        other: otherPoint === undefined ? null : { alive: { low: otherPoint.low, mid: otherPoint.mid, high: otherPoint.high }, atRisk: otherPoint.atRisk },
      };
    }),
  };
}

function comparisonCurve(comparison: readonly ComparisonCohort[], watched: WatchedTime): ReadModel['survival']['other'] {
  for (const origin of ['hand', 'unknown'] as const) {
    const lifetimes = comparisonLifetimes(comparison.filter((cohort) => cohort.origin === origin), watched);
    const curve = survivalCurve(lifetimes, { ...options, causes: 1, random: seededRandom(seed) });
    if (curve !== null) return { origin, label: origin === 'hand' ? 'lines typed by hand' : "the repository's other lines (origin unknown)", curve: curveOf(curve, []) };
  }
  return null;
}

function curveOf(curve: EstimatedCurve, named: readonly (typeof causes)[number][]): SurvivalCurve {
  return {
    lines: curve.lines,
    episodes: curve.clusters,
    points: curve.points.map((point) => ({ day: point.day, low: rounded(point.low), mid: rounded(point.mid), high: rounded(point.high), atRisk: point.atRisk })),
    causes: named.map((cause, at) => ({ cause, dead: curve.incidence[at]!.map(rounded) })),
  };
}

function bandAt(curve: EstimatedCurve | null, day: number): Band | null {
  const point = curve?.points[day];
  return point === undefined ? null : { low: rounded(point.low), mid: rounded(point.mid), high: rounded(point.high) };
}

/** Four decimals are more than anybody can read off, and keep the JSON short. */
function rounded(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1e4) / 1e4));
}

function whyNone(lifetimes: readonly Lifetime[]): string {
  const episodes = new Set(lifetimes.map((row) => row.cluster)).size;
  if (episodes === 0) return 'No AI line has been on the default branch in this window.';
  if (episodes < fewestClusters) return `Only ${plural(episodes, 'episode')} of merged work so far (an episode is the work on one branch in one day); a curve with an honest band needs ${fewestClusters}.`;
  return `Fewer than ${fewestClusters} episodes of work were merged in this window, so that there is no start to tell the curve from.`;
}
