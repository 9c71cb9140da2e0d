import type { ReadModel, WeekRow } from '../../model/readModel.ts';
import type { WeekEvent } from '../../model/readModelParts.ts';
import { weekBars } from '../../report/charts/weekBars.ts';
import { number, shortDate } from '../../report/words.ts';
import { figureButton, type PlacedFigure } from '../figure.ts';
import { type Html, html, trusted } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

const day = 24 * 60 * 60 * 1000;

interface Measure {
  readonly event: WeekEvent;
  readonly name: string;
  readonly meaning: string;
}

const measures: readonly Measure[] = [
  { event: 'merged', name: 'Merged', meaning: 'reached the default branch' },
  { event: 'changedBeforeMerge', name: 'Changed before merge', meaning: 'committed, and gone again before the merge' },
  { event: 'rewritten', name: 'Rewritten', meaning: 'replaced by something else after the merge' },
  { event: 'dead', name: 'Dead in any way', meaning: 'rewritten, deleted, reverted or dropped, before or after the merge; the two rows above are part of it' },
  { event: 'pending', name: 'Still pending', meaning: 'written, and in no commit yet' },
];

/** The last week and all twelve. */
export function weeksSection({ stages: { weeks }, window }: ReadModel, chartWidth: number): Section {
  const title = 'AI lines, week by week';
  const last = weeks.at(-1);
  const silent = weeks.every((week) => measures.every(({ event }) => week[event].lines === 0));
  if (last === undefined || silent) return section('weeks', title, note('Nothing was merged, lost or left pending in the last twelve weeks.'));
  const lastName = Date.parse(last.week) + 7 * day > Date.parse(window.asOf) ? 'This week' : `Week of ${shortDate(last.week)}`;
  return section(
    'weeks',
    title,
    html`<table class="figures"><thead><tr><td></td><th scope="col">${lastName}</th><th scope="col">${number(weeks.length)} weeks</th></tr></thead><tbody>${measures.map((measure) => measureRow(measure, weeks, lastName))}</tbody></table>`,
    trusted(weekBars(weeks, 'nv-weeks', chartWidth)),
    more('weeks-table', 'As a table', weekTable(weeks)),
    more('weeks-meaning', 'What these mean', html`<dl>${measures.map(({ name, meaning }) => html`<dt>${name}</dt><dd>${meaning}</dd>`)}</dl>`, note('Counted in the week in which it happened (Monday to Sunday, UTC), whenever the lines were written. Pending lines count in the week they were written.')),
  );
}

function measureRow({ event, name, meaning }: Measure, weeks: readonly WeekRow[], lastName: string): Html {
  const all = weeks.map((week, at) => placed(week, at, event));
  return html`<tr><th scope="row" title="${meaning}">${name}</th><td>${figureButton(all.slice(-1), `${name}, ${lastName.toLowerCase()}`)}</td><td>${figureButton(all, `${name}, ${number(weeks.length)} weeks`)}</td></tr>`;
}

function weekTable(weeks: readonly WeekRow[]): Html {
  const rows = weeks.map((week, at) => ({ week, at })).toReversed();
  return html`<div class="scroll"><table class="figures"><thead><tr><th scope="col">Week of</th>${measures.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(({ week, at }) => html`<tr><th scope="row">${shortDate(week.week)}</th>${measures.map(({ event, name }) => html`<td>${figureButton(placed(week, at, event), `${name}, week of ${shortDate(week.week)}`)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function placed(week: WeekRow, at: number, event: WeekEvent): PlacedFigure {
  return { place: `stages.weeks.${at}.${event}`, figure: week[event] };
}
