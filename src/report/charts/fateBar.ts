import type { Fate } from '../../model/fate.ts';
import type { FateRow, ReadModel } from '../../model/readModel.ts';
import { number, percentOf, sentenceCase } from '../words.ts';
import { area, chart, chartWidth, label, type Shown, type Tone } from './svg.ts';

const tones: Readonly<Record<Fate, Tone>> = {
  pending: 'open', kept: 'alive', reformatted: 'alive', moved: 'alive', edited: 'changed', rewritten: 'dead', deleted: 'dead', reverted: 'dead', dropped: 'dead', unknown: 'unknown',
};

const rowHeight = 30;
const barTop = 14;
const firstRow = 28;

/** All lines in one stacked bar, then each fate with its own bar; bars of the dead are divided by cause. */
export function fateBar(fates: ReadModel['causes'], id = 'nv-fates'): string {
  const total = Math.max(1, fates.coverage.lines);
  const rows = fates.rows.map((row, index) => ({ row, index })).filter(({ row }) => row.lines.lines > 0);
  let x = 0;
  let stacked = '';
  for (const { row, index } of rows) {
    const width = (row.lines.lines / total) * chartWidth;
    stacked += area(id, tones[row.fate], x, 0, width, 16, shownFate(row, index));
    x += width;
  }
  const widest = Math.max(1, ...rows.map(({ row }) => row.lines.lines));
  const body = rows.map(({ row, index }, at) => fateRow(row, index, firstRow + at * rowHeight, chartWidth / widest, total, id)).join('');
  return chart({
    id,
    title: 'What became of the lines',
    description: rows.map(({ row }) => `${sentenceCase(row.fate)}: ${number(row.lines.lines)}${causeWords(row)}.`).join(' '),
    width: chartWidth,
    height: firstRow + rows.length * rowHeight,
    body: stacked + body,
  });
}

function fateRow(row: FateRow, index: number, top: number, scale: number, total: number, id: string): string {
  const name = sentenceCase(row.fate);
  const value = `${number(row.lines.lines)} · ${percentOf(row.lines.lines, total)}`;
  const head = label(0, top + 10, name) + label(chartWidth, top + 10, value, 'value', 'end');
  if (row.causes.length === 0) return head + area(id, tones[row.fate], 0, top + barTop, row.lines.lines * scale, 7, shownFate(row, index));
  let x = 0;
  let bars = '';
  for (const [at, { cause, figure }] of row.causes.entries()) {
    const width = figure.lines * scale;
    bars += area(id, tones[row.fate], x, top + barTop, width, 7, { figure: `causes.rows.${index}.causes.${at}.figure`, words: `${name}, ${cause}: ${number(figure.lines)}` });
    x += width;
  }
  return head + bars;
}

function shownFate(row: FateRow, index: number): Shown {
  return { figure: `causes.rows.${index}.lines`, words: `${sentenceCase(row.fate)}: ${number(row.lines.lines)}` };
}

function causeWords(row: FateRow): string {
  const named = row.causes.filter(({ figure }) => figure.lines > 0);
  return named.length === 0 ? '' : ` (${named.map(({ cause, figure }) => `${cause} ${number(figure.lines)}`).join(', ')})`;
}
