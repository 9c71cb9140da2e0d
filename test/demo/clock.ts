import type { Random } from '../fixtures/random.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Working hours in UTC. */
const opens = 8 * hour;
const closes = 17 * hour;

/** The first working moment at or after `at`: Monday to Friday, in working hours. */
export function workTime(at: number, random: Random): number {
  let midnight = Math.floor(at / day) * day;
  let inDay = at - midnight;
  if (inDay > closes) {
    midnight += day;
    inDay = 0;
  }
  const weekday = new Date(midnight).getUTCDay();
  if (weekday === 6 || weekday === 0) {
    midnight += (weekday === 6 ? 2 : 1) * day;
    inDay = 0;
  }
  return inDay < opens ? midnight + opens + random.int(5, 55) * minute : midnight + inDay;
}
