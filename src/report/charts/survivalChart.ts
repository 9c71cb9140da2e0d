import type { ReadModel, SurvivalCurve } from '../../model/readModel.ts';
import { percent } from '../words.ts';
import { chart, chartWidth, label, round } from './svg.ts';

const left = 34;
const right = 8;
const top = 8;
const plotHeight = 170;
const lastDay = 90;
const ticks = [0, 14, 30, 60, 90];

/** Where a day lies, in a chart of this width. */
type Across = (day: number) => number;

function across(width: number): Across {
  return (day) => round(left + (day / lastDay) * (width - left - right));
}

function yOf(share: number): number {
  return round(top + (1 - share) * plotHeight);
}

/** Share of merged lines still alive by day, with its band; the other lines beside it dashed. Empty without a curve. */
export function survivalChart(survival: ReadModel['survival'], id = 'nv-survival', width = chartWidth): string {
  const { mine, other } = survival;
  if (mine === null) return '';
  const bottom = top + plotHeight;
  const lines = [{ kind: 'mine', name: 'your AI lines, with 90% band', curve: mine }, ...(other === null ? [] : [{ kind: 'other', name: other.label, curve: other.curve }])];
  const legendTop = bottom + 42;
  const xOf = across(width);
  const key = legend(lines, legendTop, width);
  return chart({
    id,
    title: 'Share of merged lines still alive, by days after the merge',
    description: lines.map(({ name, curve }) => `${name}: ${spoken(curve)}.`).join(' '),
    width,
    height: legendTop + key.rows * 15,
    body:
      axes(bottom, xOf, width) +
      lines.toReversed().map(({ kind, curve }) => `<path class="nv-band nv-${kind}" d="${bandPath(curve, xOf)}"/><path class="nv-line nv-${kind}" d="${linePath(curve, xOf)}"/>`).join('') +
      key.svg,
  });
}

/** One entry a line, in as many rows as the width makes of its name. */
function legend(lines: readonly { readonly kind: string; readonly name: string }[], legendTop: number, width: number): { readonly svg: string; readonly rows: number } {
  let rows = 0;
  let svg = '';
  for (const { kind, name } of lines) {
    svg += `<path class="nv-line nv-${kind}" d="M${left},${legendTop + rows * 15} h24"/>`;
    for (const part of wrapped(name, (width - left - 30) / 5.6)) svg += label(left + 30, legendTop + 3.5 + rows++ * 15, part, 'small');
  }
  return { svg, rows };
}

/** Text in rows of at most so many characters, broken between words. */
function wrapped(text: string, length: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last === undefined || last.length + 1 + word.length > length) rows.push(word);
    else rows[rows.length - 1] = `${last} ${word}`;
  }
  return rows;
}

function axes(bottom: number, xOf: Across, width: number): string {
  const levels = [0, 0.25, 0.5, 0.75, 1].map((share) => `<path class="nv-axis" d="M${left},${yOf(share)} H${width - right}"/>${label(left - 5, yOf(share) + 3.5, percent(share), 'small', 'end')}`);
  const along = ticks.map((day) => `<path class="nv-axis" d="M${xOf(day)},${bottom} v4"/>${label(xOf(day), bottom + 15, String(day), 'small', day === lastDay ? 'end' : 'middle')}`);
  return levels.join('') + along.join('') + label((left + width - right) / 2, bottom + 28, 'days after the merge', 'small', 'middle');
}

/** A staircase: the share stays until the day on which somebody died. */
function linePath({ points }: SurvivalCurve, xOf: Across): string {
  return points.map((point, at) => (at === 0 ? `M${xOf(point.day)},${yOf(point.mid)}` : `H${xOf(point.day)}V${yOf(point.mid)}`)).join('');
}

function bandPath({ points }: SurvivalCurve, xOf: Across): string {
  const upper = points.map((point, at) => (at === 0 ? `M${xOf(point.day)},${yOf(point.high)}` : `H${xOf(point.day)}V${yOf(point.high)}`)).join('');
  const lower = points.toReversed().map((point, at) => (at === 0 ? `V${yOf(point.low)}` : `V${yOf(point.low)}H${xOf(point.day)}`)).join('');
  return `${upper}${lower}Z`;
}

function spoken({ points }: SurvivalCurve): string {
  const told = [14, 30, 90].flatMap((day) => {
    const point = points[day];
    return point === undefined ? [] : [`after ${day} days ${percent(point.mid)} (${percent(point.low)} to ${percent(point.high)})`];
  });
  return told.length === 0 ? 'not told as far as 14 days' : told.join(', ');
}
