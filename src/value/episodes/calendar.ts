import { localDay } from '../../model/time.ts';

/** Days as the person's own calendar has them; passed in, since a machine's time zone is its own. */
export interface Calendar {
  /** `YYYY-MM-DD` of the day that holds a time. */
  readonly dayOf: (at: number) => string;
  /** UTC ms of a day's noon. */
  readonly noonOf: (day: string) => number;
}

/** In the time zone of the machine. */
export const localCalendar: Calendar = {
  dayOf: localDay,
  noonOf(day) {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(year, month - 1, date, 12).getTime();
  },
};
