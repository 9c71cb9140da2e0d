import { causes } from '../../model/fate.ts';
import type { ReadModel } from '../../model/readModel.ts';
import { left, type ReportSection, right, section } from '../document.ts';
import { fateMeanings } from '../labels.ts';
import { number, percent, percentOf, sentenceCase } from '../words.ts';
import { restsOn } from './coverage.ts';

/** What became of the lines written in the window, by cause. */
export function fatesDocument({ causes: fates }: ReadModel): ReportSection {
  const total = fates.coverage.lines;
  const edited = fates.rows.find((row) => row.fate === 'edited');
  return section('fates', 'What became of them, and by whom', {
    paragraphs: total === 0 ? ['Nothing to tell yet.'] : [],
    tables: total === 0 ? [] : [{
      caption: 'Fates by cause',
      columns: [left('fate'), right('lines'), right('share'), ...causes.map((cause) => right(cause)), { ...left('meaning'), wideOnly: true }],
      rows: fates.rows
        .filter((row) => row.lines.lines > 0)
        .map((row) => [
          sentenceCase(row.fate), number(row.lines.lines), percentOf(row.lines.lines, total), ...causes.map((cause) => number0(row.causes.find((one) => one.cause === cause)?.figure.lines)), fateMeanings[row.fate],
        ]),
      bars: null,
    }],
    chart: total === 0 ? null : 'fates',
    notes: total === 0 ? [] : [
      restsOn(fates.coverage),
      ...(edited === undefined || edited.retained === null ? [] : [`Of edited lines, ${percent(edited.retained)} of the tokens are still there on average.`]),
      'Alive is not the same as good.',
    ],
  });
}

function number0(value: number | undefined): string {
  return value === undefined ? '' : number(value);
}
