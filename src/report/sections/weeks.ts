import type { ReadModel } from '../../model/readModel.ts';
import { left, type ReportSection, right, section } from '../document.ts';
import { number, shortDate } from '../words.ts';

/** The last twelve weeks. */
export function weeksDocument({ stages }: ReadModel): ReportSection {
  const silent = stages.weeks.every((week) => week.merged.lines + week.dead.lines + week.pending.lines === 0);
  return section('weeks', 'Week by week', {
    paragraphs: silent ? ['Nothing was merged, lost or left pending in the last twelve weeks.'] : [],
    tables: silent ? [] : [{
      caption: 'Lines per calendar week',
      columns: [left('week of'), right('merged'), right('dead'), right('changed before merge'), right('rewritten after'), right('pending')],
      rows: stages.weeks.map((week) => [
        shortDate(week.week), number(week.merged.lines), number(week.dead.lines), number(week.changedBeforeMerge.lines), number(week.rewritten.lines), number(week.pending.lines),
      ]),
      bars: null,
    }],
    chart: silent ? null : 'weeks',
    notes: silent ? [] : ['By the week in which it happened (Monday to Sunday, UTC), whenever the lines were written. "Changed before merge" and "rewritten after" are part of "dead"; "pending" lines were written in that week.'],
  });
}
