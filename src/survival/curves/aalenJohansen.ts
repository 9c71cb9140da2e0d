import type { RiskTable } from './riskTable.ts';

/**
 * Aalen–Johansen: per cause, the share of lines that died of it before the start of each day, while the other
 * causes compete. (One Kaplan–Meier per cause would count lines as able to die of one cause after they died
 * of another, and add up to more than all.) With Kaplan–Meier of the same table, the shares sum to 1 on every day.
 * @returns per cause, one value more than the table has days
 */
export function aalenJohansen(table: RiskTable): readonly Float64Array[] {
  const days = table.atRisk.length;
  const incidence = table.deaths.map(() => new Float64Array(days + 1));
  let alive = 1;
  for (let day = 0; day < days; day++) {
    const atRisk = table.atRisk[day]!;
    let left = alive;
    for (const [cause, deaths] of table.deaths.entries()) {
      const died = atRisk > 0 ? (alive * deaths[day]!) / atRisk : 0;
      incidence[cause]![day + 1] = incidence[cause]![day]! + died;
      left -= died;
    }
    alive = Math.max(0, left);
  }
  return incidence;
}
