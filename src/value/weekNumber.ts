import { day } from '../model/time.ts';

const mondayOfEpoch = 4 * day;

/** Number of the week (from Monday, UTC) a time falls into. */
export function weekNumber(at: number): number {
  return Math.floor((at - mondayOfEpoch) / (7 * day));
}
