import type { ReadModel, ValueSection } from '../../model/readModel.ts';
import { left, type ReportSection, type ReportTable, right, section } from '../document.ts';
import { bareHours, bareRange, changedSentence, feltSentences, questionSentence, shownRevisions } from '../hoursWords.ts';
import { type NetWeek, netWeeks } from '../netWeeks.ts';
import { hoursLeaveOut } from '../statements.ts';
import { percent, shortDate } from '../words.ts';

/** Net hours of the last twelve weeks, what was felt beside them, and what was told differently before. */
export function hoursWeeksDocument(model: ReadModel): ReportSection[] {
  const { value, assumptions } = model;
  const weeks = netWeeks(model);
  if (weeks.length === 0) return [];
  const question = questionSentence(value);
  return [section('value-weeks', 'Net hours, week by week', {
    paragraphs: [...(question === null ? [] : [question]), ...feltSentences(value)],
    tables: [weekTable(weeks), ...feltTable(value), ...revisionTable(value)],
    chart: 'net',
    notes: [noVerdict, ...changedSentence(assumptions), hoursLeaveOut],
  })];
}

export const noVerdict = 'A single week gets no verdict: it is rarely decidable, and each is read in the light of the others. Provisional: the share of its AI lines whose 30 days after the merge are not over.';

function weekTable(weeks: readonly NetWeek[]): ReportTable {
  return {
    caption: 'Hours per calendar week, from where to where 90% of the probability lies',
    columns: [left('week of'), right('with AI'), right('net'), right('middle'), right('gained'), right('rework'), right('provisional')],
    rows: weeks.map(({ week, told, withheld }) => [
      shortDate(week),
      ...(told === null ? [withheld ? '?' : '-', withheld ? '?' : '-', '', '', '', ''] : [bareHours(told.hours), bareRange(told.net), bareHours(told.net.mid), bareRange(told.gained), bareRange(told.rework), told.provisional === 0 ? '' : percent(told.provisional)]),
    ]),
    bars: null,
  };
}

/** What was felt beside what is estimated, only when there is a gap to tell of. */
function feltTable({ felt }: ValueSection): ReportTable[] {
  if (felt.usualGap === null) return [];
  return [{
    caption: 'Felt and estimated net hours',
    columns: [left('week of'), right('felt'), right('estimated'), right('gap')],
    rows: felt.weeks.map(({ week, felt: hours, estimated, gap }) => [shortDate(week), bareHours(hours), bareRange(estimated), bareHours(gap)]),
    bars: null,
  }];
}

function revisionTable(value: ValueSection): ReportTable[] {
  const revisions = shownRevisions(value);
  if (revisions.length === 0) return [];
  return [{
    caption: 'Told differently before',
    columns: [left('week of'), left('since'), right('was'), right('is'), left('because')],
    rows: revisions.map(({ week, at, was, now, why }) => [shortDate(week), shortDate(at), bareRange(was), bareRange(now), why]),
    bars: null,
  }];
}
