import type { AssumptionValues } from '../assumptions.ts';
import { exp } from '../numerics/portable.ts';
import type { Known } from './known.ts';
import { logDensityOf, usualSpread } from './ratio.ts';
import { discountSurprise } from './surprise.ts';
import type { Sums, Work } from './workOf.ts';

/** Lines and hours of a stretch beside what is usual for the person. Densities: ln of lines an hour. */
export interface BesideUsual {
  readonly density: number;
  readonly usualDensity: number;
  /** Standard deviation of honest weeks around the usual. */
  readonly spread: number;
  readonly hours: number;
  /** Hours of the person's longest week. */
  readonly mostHours: number;
}

/**
 * Hours that the lines let expect and that were not seen. Surprisingly many lines in surprisingly few hours speak for
 * hours that are missing: times of a log can be shortened by whoever can write it. Never more than the person’s longest week has.
 *
 * What was not seen costs what such work usually costs, and never earns (hours.ts): hidden hours must not pay, and
 * hours made up must not either.
 */
export function missingHours({ density, usualDensity, spread, hours, mostHours }: BesideUsual, values: AssumptionValues): number {
  const counted = discountSurprise(density, usualDensity, spread, values.missingFrom, values.surpriseTo);
  return Math.max(0, Math.min(hours * exp(density - counted), mostHours) - hours);
}

/**
 * Hours of a stretch that were not seen: those of lines without any time, and those that are missing from a single
 * week beside the person's usual work. Longer stretches are looked at week by week (steadyWeeks.ts).
 */
export function unseenHours(work: Work, usual: Sums | null, { pace, person, values }: Pick<Known, 'pace' | 'person' | 'values'>): number {
  if (!(work.deliveredHours > 0)) return usual === null ? 0 : work.untimedLines / exp(logDensityOf(usual, values));
  const density = logDensityOf(work, values);
  if (usual === null) return work.untimedLines / exp(density);
  const usualDensity = logDensityOf(usual, values);
  const atUsual = work.untimedLines / exp(usualDensity);
  // whose times are missing was perhaps chosen: with them, lines an hour are at most usual; no slower than slow work is
  const chosen = Math.min(atUsual * exp(pace.logTop), atUsual + work.deliveredHours * (exp(density - usualDensity) - 1));
  const untimed = Math.max(work.untimedLines / exp(Math.min(density, usualDensity)), work.untimedLines > 0 ? chosen : 0);
  if (work.weeks > 1) return untimed;
  const spread = usualSpread(work, person, values);
  return untimed + work.reconstructed * missingHours({ density, usualDensity, spread, hours: work.total, mostHours: usual.longestWeek }, values);
}
