import type { ReadModel, StageRow } from '../../model/readModel.ts';
import { stageLabels } from '../labels.ts';
import { number, percentOf, sentenceCase } from '../words.ts';
import { area, chart, chartWidth, label, legend, type Tone } from './svg.ts';

const parts: readonly { readonly part: 'reached' | 'skipped' | 'waiting' | 'notOldEnough' | 'unknown' | 'lost'; readonly tone: Tone; readonly text: string }[] = [
  { part: 'reached', tone: 'alive', text: 'got here' },
  { part: 'skipped', tone: 'changed', text: 'went past, not seen here' },
  { part: 'waiting', tone: 'open', text: 'waiting' },
  { part: 'notOldEnough', tone: 'young', text: 'too young' },
  { part: 'unknown', tone: 'unknown', text: 'unknown' },
  { part: 'lost', tone: 'dead', text: 'lost before' },
];

const rowHeight = 34;

/** One bar a stage, all on the scale of the lines written; what didn't get there is drawn behind it, by reason. */
export function stageFlow(stages: ReadModel['stages'], id = 'nv-stages'): string {
  const scale = chartWidth / Math.max(1, stages.rows[0]?.reached.lines ?? 0);
  const rows = stages.rows.map((row, at) => stageBar(row, at, scale, id)).join('');
  const used = parts.filter(({ part }) => stages.rows.some((row) => row[part].lines > 0));
  const key = legend(id, used, stages.rows.length * rowHeight + 6, chartWidth);
  return chart({
    id,
    title: 'How many lines got how far',
    description: stages.rows.map((row) => `${sentenceCase(stageLabels[row.stage])}: ${number(row.reached.lines)} of ${number(row.of)}.`).join(' '),
    width: chartWidth,
    height: stages.rows.length * rowHeight + 6 + key.height,
    body: rows + key.svg,
  });
}

function stageBar(row: StageRow, at: number, scale: number, id: string): string {
  const top = at * rowHeight;
  let x = 0;
  let bars = '';
  const name = sentenceCase(stageLabels[row.stage]);
  for (const { part, tone, text } of parts) {
    const width = row[part].lines * scale;
    bars += area(id, tone, x, top + 15, width, 13, { figure: `stages.rows.${at}.${part}`, words: `${name}: ${number(row[part].lines)} ${text}` });
    x += width;
  }
  return label(0, top + 10, name) + label(chartWidth, top + 10, valueWords(row), 'value', 'end') + bars;
}

function valueWords(row: StageRow): string {
  if (row.stage === 'written') return number(row.reached.lines);
  if (row.of === 0) return row.notOldEnough.lines > 0 ? 'none old enough yet' : 'none yet';
  return `${number(row.reached.lines)} · ${percentOf(row.reached.lines, row.of)} of ${number(row.of)}`;
}
