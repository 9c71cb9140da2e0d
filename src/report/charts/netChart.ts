import type { ReadModel } from '../../model/readModel.ts';
import { bareHours, hours, hoursRange } from '../hoursWords.ts';
import { type NetWeek, netWeeks } from '../netWeeks.ts';
import { shortDate } from '../words.ts';
import { chart, chartWidth, escapeXml, label, round } from './svg.ts';

const plotHeight = 140;
const top = 14;
const left = 30;

/** How hours become heights. */
interface Scale {
  readonly low: number;
  readonly high: number;
  readonly y: (hours: number) => number;
}

/**
 * Net hours of twelve weeks: a dot at the middle, a whisker over the 90 % interval, a line at zero. What is
 * provisional has a hollow dot and a dashed whisker; a question mark, above the plot, stands for a week not to be shown
 * yet.
 * Empty without hours.
 */
export function netChart(model: ReadModel, id = 'nv-net', width = chartWidth): string {
  const weeks = netWeeks(model);
  if (weeks.length === 0) return '';
  const scale = scaleOf(weeks);
  const step = (width - left) / weeks.length;
  const bottom = top + plotHeight;
  const key = legend(weeks, bottom + 26, width);
  return chart({
    id,
    title: 'Net hours week by week, with 90% intervals',
    description: weeks.flatMap(spoken).join(' '),
    width,
    height: bottom + 26 + key.height,
    body: levels(scale, width) + weeks.map((week, at) => weekMark(week, left + (at + 0.5) * step, scale)).join('') + weekNames(weeks, step, width) + key.svg,
  });
}

function scaleOf(weeks: readonly NetWeek[]): Scale {
  const told = weeks.flatMap((week) => (week.told === null ? [] : [week.told.net]));
  const low = Math.min(-1, ...told.map((net) => net.low));
  const high = Math.max(1, ...told.map((net) => net.high));
  return { low, high, y: (value) => round(top + ((high - value) / (high - low)) * plotHeight) };
}

/** The axis with zero and, as far as they don't crowd it, a round number on either side. */
function levels({ low, high, y }: Scale, width: number): string {
  const step = [0.5, 1, 2, 5, 10, 20, 50, 100].find((one) => (high - low) / one <= 5) ?? 200;
  const ticks = Array.from({ length: Math.floor(high / step) - Math.ceil(low / step) + 1 }, (_, at) => (Math.ceil(low / step) + at) * step);
  return ticks.map((tick) => `<path class="${tick === 0 ? 'nv-zero' : 'nv-axis'}" d="M${left},${y(tick)} H${width}"/>${label(left - 5, y(tick) + 3.5, tick === 0 ? '0 h' : bareHours(tick).replace('.0', ''), 'small', 'end')}`).join('');
}

function weekMark({ week, told, withheld }: NetWeek, x: number, { y }: Scale): string {
  if (withheld) return `<g><title>${escapeXml(`Week of ${shortDate(week)}: not shown yet`)}</title>${label(x, top, '?', 'value', 'middle')}</g>`;
  if (told === null) return '';
  const { low: from, mid, high: to } = told.net;
  const open = told.provisional > 0 ? ' nv-provisional' : '';
  const at = round(x);
  const caps = [from, to].map((end) => `M${round(x - 3)},${y(end)} h6`).join(' ');
  return `<g><title>${escapeXml(weekWords(week, told))}</title><path class="nv-whisker${open}" d="M${at},${y(from)} V${y(to)}"/><path class="nv-whisker" d="${caps}"/><circle class="nv-dot${open}" cx="${at}" cy="${y(mid)}" r="3.5"/></g>`;
}

function weekWords(week: string, { net, provisional }: NonNullable<NetWeek['told']>): string {
  return `Week of ${shortDate(week)}: ${hoursRange(net)}, middle ${hours(net.mid)}${provisional > 0 ? ', provisional' : ''}`;
}

function spoken({ week, told, withheld }: NetWeek): string[] {
  if (withheld) return [`Week of ${shortDate(week)}: not shown yet.`];
  return told === null ? [] : [`${weekWords(week, told)}.`];
}

/** Every third week and the last. */
function weekNames(weeks: readonly NetWeek[], step: number, width: number): string {
  const last = weeks.length - 1;
  return weeks.map(({ week }, at) => ((last - at) % 3 === 0 ? label(at === last ? width : left + (at + 0.5) * step, top + plotHeight + 14, shortDate(week), 'small', at === last ? 'end' : 'middle') : '')).join('');
}

/** What the marks mean, as far as they are there, in as many rows as they need. */
function legend(weeks: readonly NetWeek[], from: number, width: number): { readonly svg: string; readonly height: number } {
  const entries = [
    ...(weeks.some(({ told }) => told !== null && told.provisional === 0) ? [{ open: '', text: 'settled' }] : []),
    ...(weeks.some(({ told }) => told !== null && told.provisional > 0) ? [{ open: ' nv-provisional', text: 'provisional' }] : []),
    ...(weeks.some(({ withheld }) => withheld) ? [{ open: null, text: 'not shown yet' }] : []),
  ];
  let [x, y, svg] = [0, from, ''];
  for (const { open, text } of entries) {
    const needed = 16 + text.length * 5.8 + 12;
    if (x > 0 && x + needed > width) [x, y] = [0, y + 16];
    svg += open === null ? label(x + 5, y + 10, '?', 'value', 'middle') : `<path class="nv-whisker${open}" d="M${round(x + 5)},${y} v12"/><circle class="nv-dot${open}" cx="${round(x + 5)}" cy="${y + 6}" r="3.5"/>`;
    svg += label(x + 16, y + 9.5, text, 'small');
    x += needed;
  }
  return { svg, height: entries.length === 0 ? 0 : y + 16 - from };
}
