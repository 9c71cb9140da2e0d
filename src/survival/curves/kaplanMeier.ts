import type { RiskTable } from './riskTable.ts';

/**
 * Kaplan–Meier: the share of lines still alive at the start of each day, whatever they die of.
 * `result[0]` is 1 and `result[d + 1]` counts the deaths of day d; on days without lines at risk it stays.
 * @returns one value more than the table has days
 */
export function kaplanMeier(table: RiskTable): Float64Array {
  const days = table.atRisk.length;
  const alive = new Float64Array(days + 1);
  alive[0] = 1;
  for (let day = 0; day < days; day++) {
    let died = 0;
    for (const cause of table.deaths) died += cause[day]!;
    const atRisk = table.atRisk[day]!;
    alive[day + 1] = atRisk > 0 ? alive[day]! * (1 - died / atRisk) : alive[day]!;
  }
  return alive;
}
