import type { WeekRow } from '../model/readModel.ts';
import type { WeekEvent } from '../model/readModelParts.ts';
import { count, type ViewedLines } from './evidence.ts';
import { lastWeeks } from './week.ts';

export const weeksShown = 12;

/** What happened week by week, oldest first; whatever the window, the last week is that of `until`. */
export function weekRows(rows: readonly ViewedLines[], until: number): WeekRow[] {
  const starts = lastWeeks(until, weeksShown);
  // Most lines have no event in these weeks; looking at them sixty times would be most of a report's time.
  const recent = rows.filter((row) => Object.values(row.view.weeks).some((start) => start >= starts[0]!));
  return starts.map((start) => {
    const week = new Date(start).toISOString();
    const figure = (event: WeekEvent) => count(recent, { week: { start: week, event } });
    return { week, merged: figure('merged'), changedBeforeMerge: figure('changedBeforeMerge'), rewritten: figure('rewritten'), dead: figure('dead'), pending: figure('pending') };
  });
}
