import { day } from '../model/time.ts';

const week = 7 * day;
/** The first Monday of UTC time: 1970 began on a Thursday. */
const firstMonday = 4 * day;

/** UTC ms at which the calendar week (from Monday, UTC) of a time began. */
export function startOfWeek(at: number): number {
  return Math.floor((at - firstMonday) / week) * week + firstMonday;
}

/** Starts of `count` weeks, oldest first; the last is the week of `until`. */
export function lastWeeks(until: number, count: number): number[] {
  const last = startOfWeek(until);
  return Array.from({ length: count }, (_, at) => last - (count - 1 - at) * week);
}
