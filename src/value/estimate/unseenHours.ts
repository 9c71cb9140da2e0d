import type { AssumptionValues } from '../assumptions.ts';
import { exp } from '../numerics/portable.ts';
import { discountSurprise } from './surprise.ts';

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
