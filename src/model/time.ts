/** All times are UTC milliseconds; these are lengths in them. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The clock, passed in so that results can be reproduced. */
export type Clock = () => number;

/** `YYYY-MM-DD` of the person's own calendar day. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
