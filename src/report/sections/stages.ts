import type { PhaseRow, ReadModel, StageRow } from '../../model/readModel.ts';
import { afterAcceptWords } from '../afterAccept.ts';
import { left, type ReportSection, type ReportTable, right, section } from '../document.ts';
import { phaseLabels, stageLabels } from '../labels.ts';
import { number, percentOf, plural, sentenceCase } from '../words.ts';
import { restsOn } from './coverage.ts';

/** The way of the lines from writing to 90 days after the merge. */
export function stagesDocument({ stages }: ReadModel): ReportSection {
  const words = afterAcceptWords(stages);
  const accepted = words === null ? [] : [words];
  return section('stages', 'The way of the lines', {
    paragraphs: stages.coverage.lines === 0 ? ['No effective AI line of yours was written in this window.'] : [],
    tables: stages.coverage.lines === 0 ? [] : [stageTable(stages.rows), ...changedTable(stages.changed)],
    chart: stages.coverage.lines === 0 ? null : 'stages',
    notes: stages.coverage.lines === 0 ? accepted : [
      restsOn(stages.coverage),
      ...accepted,
      'Each row counts the lines that could be there by now. "Too young" lines were merged too recently for a row and are in no other number of it.',
      ...reviewNotes(stages),
    ],
  });
}

function stageTable(rows: readonly StageRow[]): ReportTable {
  const written = rows[0]?.reached.lines ?? 0;
  return {
    caption: 'How many lines got how far',
    columns: [left('stage'), right('lines'), right('of'), right('share'), right('lost'), right('waiting'), right('unknown'), right('too young')],
    rows: rows.map((row) => [
      sentenceCase(stageLabels[row.stage]), number(row.reached.lines), number(row.of), percentOf(row.reached.lines, row.of), number(row.lost.lines), number(row.waiting.lines), number(row.unknown.lines), number(row.notOldEnough.lines),
    ]),
    bars: rows.map((row) => (written === 0 ? 0 : row.reached.lines / written)),
  };
}

function changedTable(rows: readonly PhaseRow[]): ReportTable[] {
  if (rows.every((row) => row.lost.lines === 0)) return [];
  return [{
    caption: 'Where on their way lines died, and of what',
    columns: [left('when'), right('lines'), ...(rows[0]?.causes ?? []).map(({ cause }) => right(cause))],
    rows: rows.map((row) => [sentenceCase(phaseLabels[row.phase]), number(row.lost.lines), ...row.causes.map(({ figure }) => number(figure.lines))]),
    bars: null,
  }];
}

function reviewNotes({ rows, editedInReview }: ReadModel['stages']): string[] {
  const review = rows.find((row) => row.stage === 'review');
  if (review === undefined) return ['There is no review row: no push of a branch was seen before its merge.'];
  return [
    ...(review.skipped.lines > 0 ? [`${plural(review.skipped.lines, 'line')} got merged without a push seen before; of their review nothing is known.`] : []),
    ...(editedInReview !== null && editedInReview.lines > 0 ? [`${plural(editedInReview.lines, 'line')} ${editedInReview.lines === 1 ? 'was' : 'were'} edited in review and stayed alive.`] : []),
  ];
}
