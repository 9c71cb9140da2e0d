import type { TimeKind } from '../../model/episode.ts';
import type { HoursRange, ReadModel } from '../../model/readModel.ts';
import { countedOf, linesOf } from '../counted.ts';
import { left, type ReportSection, type ReportTable, right, section } from '../document.ts';
import { bareHours, changedSentence, estimateGrounds, estimateLabels, kindHours, netSentence, timeSentences } from '../hoursWords.ts';
import { hoursLeaveOut } from '../statements.ts';
import { number, percent, percentOf, plural, sentenceCase } from '../words.ts';

export const timeMeanings: Readonly<Record<TimeKind, string>> = {
  prompting: 'writing to an agent',
  waiting: 'watching an agent work',
  reading: 'reading what it proposed',
  fixing: 'correcting AI lines before their commit',
  writing: 'own writing in the same episodes',
  reworking: 'replacing AI lines later',
};

/** Hours: what is counted first, then what is estimated from it. */
export function hoursDocument(model: ReadModel): ReportSection[] {
  const { time, value, assumptions } = model;
  const timed = time.range !== null;
  return [
    section('time', 'Time with AI', {
      paragraphs: [countedSentence(model), ...timeSentences(time)],
      tables: timed ? [timeTable(model)] : [],
      notes: timed ? [...changedSentence(assumptions)] : [],
    }),
    section('value', 'Hours gained, given back, net', {
      paragraphs: [value.whyNone ?? netSentence(value) ?? '', ...estimateLabels(model), ...estimateGrounds(value)].filter((text) => text !== ''),
      tables: value.net === null ? [] : [estimateTable(model)],
      notes: value.net === null ? [] : ['Gained − rework = net; days count from the merge. The three columns: one chance in twenty that it is less, the middle, one in twenty that it is more. Hours are estimated, not counted.', hoursLeaveOut],
    }),
  ];
}

/** `5,627 lines merged, 412 rewritten, 731 dead in any way; 213 minutes of correction.` */
export function countedSentence(model: ReadModel): string {
  const { merged, rewritten, dead, correctionMinutes } = countedOf(model);
  const correction = correctionMinutes === null ? 'no time of correction was seen' : `${plural(correctionMinutes, 'minute')} of correction`;
  return `Counted: ${plural(linesOf(merged), 'line')} merged, ${number(linesOf(rewritten))} rewritten, ${number(linesOf(dead))} dead in any way; ${correction}.`;
}

function timeTable({ time }: ReadModel): ReportTable {
  return {
    caption: 'Attended time by kind',
    columns: [left('kind'), right('hours'), right('share'), left('meaning')],
    rows: time.kinds.map((row) => [sentenceCase(row.kind), kindHours(time, row), row.hours === 0 ? '' : percentOf(row.hours, time.total), timeMeanings[row.kind]]),
    bars: null,
  };
}

function estimateTable({ value, assumptions }: ReadModel): ReportTable {
  const { gained, rework, net, giveBack, horizons, paceLabel } = value;
  const row = (name: string, range: HoursRange | null): string[][] => (range === null ? [] : [[name, bareHours(range.low), bareHours(range.mid), bareHours(range.high)]]);
  const share = (range: HoursRange): string[] => ['Rework / gained', percent(range.low), percent(range.mid), percent(range.high)];
  const marks = [paceLabel, assumptions.some(({ changed }) => changed) ? 'with changed assumptions' : null].filter((mark) => mark !== null);
  return {
    caption: ['Estimated hours', ...marks].join(', '),
    columns: [left('hours'), right('5%'), right('50%'), right('95%')],
    rows: [
      ...row('Gained', gained), ...row('Rework', rework), ...row(horizonName(30), net), ...(giveBack === null ? [] : [share(giveBack)]),
      ...horizons.filter(({ days }) => days !== 30).flatMap(({ days, net: at }) => row(horizonName(days), at)),
    ],
    bars: null,
  };
}

export function horizonName(days: number): string {
  return days === 0 ? 'Net as committed' : `Net after ${number(days)} days`;
}
