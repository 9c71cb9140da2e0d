import type { ReadModel, ValueWeek } from '../model/readModel.ts';
import { lastWeeks } from './week.ts';
import { weeksShown } from './weekRows.ts';

/** One of the last twelve calendar weeks, as far as hours are told of it. */
export interface NetWeek {
  /** ISO 8601, its Monday. */
  readonly week: string;
  /** Null: no work with AI, or not to be shown yet. */
  readonly told: ValueWeek | null;
  /** Its estimate waits until the person was asked what it felt like. */
  readonly withheld: boolean;
}

/** The last twelve weeks up to the window's end, oldest first. Empty when none of them has hours. */
export function netWeeks({ value, window }: ReadModel): NetWeek[] {
  const byWeek = new Map(value.weeks.map((one) => [one.week, one]));
  const weeks = lastWeeks(Date.parse(window.until), weeksShown).map((start): NetWeek => {
    const week = new Date(start).toISOString();
    const withheld = value.question?.week === week;
    return { week, told: withheld ? null : (byWeek.get(week) ?? null), withheld };
  });
  return weeks.every(({ told, withheld }) => told === null && !withheld) ? [] : weeks;
}
