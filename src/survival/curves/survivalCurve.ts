import { aalenJohansen } from './aalenJohansen.ts';
import { clusterBootstrap } from './clusterBootstrap.ts';
import { kaplanMeier } from './kaplanMeier.ts';
import type { Lifetime } from './lifetime.ts';
import { riskTable } from './riskTable.ts';
import type { Random } from './seededRandom.ts';

/** Fewer clusters than this at risk, and there is no curve: a band from less would be a pretence. */
export const fewestClusters = 5;

export interface CurvePoint {
  /** Days after the merge. */
  readonly day: number;
  readonly low: number;
  /** Kaplan–Meier estimate of the share still alive. */
  readonly mid: number;
  readonly high: number;
  /** Lines at risk at the start of that day. */
  readonly atRisk: number;
}

export interface EstimatedCurve {
  readonly lines: number;
  readonly clusters: number;
  readonly points: readonly CurvePoint[];
  /** Per cause and point: share dead of it by then (Aalen–Johansen). */
  readonly incidence: readonly (readonly number[])[];
}

export interface CurveOptions {
  /** The last day told. */
  readonly days: number;
  readonly causes: number;
  readonly draws: number;
  readonly level: number;
  readonly random: Random;
}

/** The curve with its band, as far as enough clusters are at risk on every day; null where not even on the first. */
export function survivalCurve(lifetimes: readonly Lifetime[], options: CurveOptions): EstimatedCurve | null {
  const last = lastDayTold(lifetimes, options.days);
  if (last === 0) return null;
  const table = riskTable(lifetimes, options.days + 1, options.causes);
  const alive = kaplanMeier(table);
  const incidence = aalenJohansen(table);
  const band = clusterBootstrap(lifetimes, { ...options, days: last });
  const points: CurvePoint[] = [];
  for (let day = 0; day <= last; day++) {
    const mid = alive[day]!;
    points.push({ day, low: Math.min(mid, band.low[day]!), mid, high: Math.max(mid, band.high[day]!), atRisk: table.atRisk[day]! });
  }
  const watched = lifetimes.filter((row) => row.exit >= row.entry);
  return {
    lines: watched.reduce((sum, row) => sum + row.weight, 0),
    clusters: new Set(watched.map((row) => row.cluster)).size,
    points,
    incidence: incidence.map((shares) => [...shares.subarray(0, last + 1)]),
  };
}

/** The first day on which fewer than `fewestClusters` clusters are at risk: until its start the curve is told. */
function lastDayTold(lifetimes: readonly Lifetime[], days: number): number {
  const atRisk = new Map<string, Uint8Array>();
  for (const row of lifetimes) {
    if (row.exit < row.entry) continue;
    let seen = atRisk.get(row.cluster);
    if (seen === undefined) atRisk.set(row.cluster, (seen = new Uint8Array(days)));
    seen.fill(1, row.entry, row.exit + 1);
  }
  for (let day = 0; day < days; day++) {
    let clusters = 0;
    for (const seen of atRisk.values()) clusters += seen[day]!;
    if (clusters < fewestClusters) return day;
  }
  return days;
}
