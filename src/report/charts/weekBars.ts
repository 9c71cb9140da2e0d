import type { WeekRow } from '../../model/readModel.ts';
import { number, plural, shortDate } from '../words.ts';
import { area, chart, chartWidth, label, legend, round, type Shown } from './svg.ts';

const plotHeight = 130;
const top = 14;

/** Twelve weeks side by side: upwards what was merged and what is pending, downwards what died. */
export function weekBars(weeks: readonly WeekRow[], id = 'nv-weeks', width = chartWidth): string {
  const up = Math.max(0, ...weeks.map((week) => week.merged.lines + week.pending.lines));
  const down = Math.max(0, ...weeks.map((week) => week.dead.lines));
  const scale = plotHeight / Math.max(1, up + down);
  const middle = top + up * scale;
  const step = width / Math.max(1, weeks.length);
  const bars = weeks.map((week, at) => weekBar(week, at, { x: at * step + 2, width: step - 4, middle, scale }, id)).join('');
  const key = legend(id, [{ tone: 'alive', text: 'merged' }, { tone: 'open', text: 'pending' }, { tone: 'dead', text: 'dead' }], top + plotHeight + 24, width);
  return chart({
    id,
    title: 'Lines merged, pending and dead, week by week',
    description: weeks.map((week) => `Week of ${shortDate(week.week)}: ${number(week.merged.lines)} merged, ${number(week.pending.lines)} pending, ${number(week.dead.lines)} dead.`).join(' '),
    width,
    height: top + plotHeight + 24 + key.height,
    body: `${label(0, 9, `the longest bar upwards: ${plural(up, 'line')}`, 'small')}<path class="nv-axis" d="M0,${round(middle)} H${width}"/>${bars}${weekNames(weeks, step)}${key.svg}`,
  });
}

interface BarPlace {
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  readonly scale: number;
}

function weekBar(week: WeekRow, at: number, { x, width, middle, scale }: BarPlace, id: string): string {
  const merged = week.merged.lines * scale;
  const pending = week.pending.lines * scale;
  const shown = (part: 'merged' | 'pending' | 'dead'): Shown => ({ figure: `stages.weeks.${at}.${part}`, words: `Week of ${shortDate(week.week)}: ${number(week[part].lines)} ${part}` });
  return (
    area(id, 'alive', x, middle - merged, width, merged, shown('merged')) +
    area(id, 'open', x, middle - merged - pending, width, pending, shown('pending')) +
    area(id, 'dead', x, middle, width, week.dead.lines * scale, shown('dead'))
  );
}

/** Every third week and the last. */
function weekNames(weeks: readonly WeekRow[], step: number): string {
  const name = (week: WeekRow, at: number): string => label(at === weeks.length - 1 ? weeks.length * step : (at + 0.5) * step, top + plotHeight + 14, shortDate(week.week), 'small', at === weeks.length - 1 ? 'end' : 'middle');
  return weeks.map((week, at) => ((weeks.length - 1 - at) % 3 === 0 ? name(week, at) : '')).join('');
}
