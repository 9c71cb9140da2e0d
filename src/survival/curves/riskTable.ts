import { censored, type Lifetime } from './lifetime.ts';

/** Lines at risk and deaths per cause on each day from 0 on: what every curve is computed from. */
export interface RiskTable {
  /** `atRisk[d]`: lines watched and alive at the start of day d. */
  readonly atRisk: Float64Array;
  /** `deaths[cause][d]`: lines that died of it on day d. */
  readonly deaths: readonly Float64Array[];
}

/**
 * Counts lines at risk and deaths day by day. Lines that leave on a day are at risk on it
 * (censoring counts as later than death, as in R's `survival`).
 * @param days how many days, from day 0
 * @param causes how many causes of death there are
 */
export function riskTable(lifetimes: Iterable<Lifetime>, days: number, causes: number): RiskTable {
  const atRisk = new Float64Array(days + 1);
  const deaths = Array.from({ length: causes }, () => new Float64Array(days));
  for (const { entry, exit, cause, weight } of lifetimes) {
    if (exit < entry || entry >= days) continue;
    atRisk[entry]! += weight;
    atRisk[Math.min(exit + 1, days)]! -= weight;
    if (cause !== censored && exit < days) deaths[cause]![exit]! += weight;
  }
  for (let day = 1; day < days; day++) atRisk[day]! += atRisk[day - 1]!;
  return { atRisk: atRisk.subarray(0, days), deaths };
}
