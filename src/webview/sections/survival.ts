import type { Horizon, ReadModel } from '../../model/readModel.ts';
import { survivalChart } from '../../report/charts/survivalChart.ts';
import { band } from '../../report/sections/survival.ts';
import { date, number, percent, plural } from '../../report/words.ts';
import { figureButton } from '../figure.ts';
import { type Html, html, trusted } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

/** How long merged lines live, beside the repository's other lines. */
export function survivalSection({ survival, repo }: ReadModel, chartWidth: number): Section {
  const { mine, other, whyNone, horizons } = survival;
  const title = 'How long merged lines live';
  if (mine === null) return section('survival', title, note(whyNone ?? 'There is no curve yet.'));
  return section(
    'survival',
    title,
    trusted(survivalChart(survival, 'nv-survival', chartWidth)),
    more('survival-table', 'As a table', horizonTable(horizons, other !== null), causeTable(horizons)),
    note(`Rests on ${plural(mine.lines, 'merged line')} of ${plural(mine.episodes, 'episode')}, known until ${date(repo.knownUntil)}. The band holds 90% of resamples by episode (the work on one branch in one day).`),
    other === null ? note('There are too few other lines of known age here to compare with.') : note(`Dashed: ${other.label}, ${plural(other.curve.lines, 'line')}.`),
    note('Alive is not the same as good.'),
  );
}

function horizonTable(horizons: readonly Horizon[], compared: boolean): Html {
  return html`<div class="scroll"><table class="figures"><caption>Share still alive</caption><thead><tr><th scope="col">After</th><th scope="col">Your AI lines</th><th scope="col">At risk</th>${compared ? html`<th scope="col">Other lines</th>` : null}</tr></thead>
<tbody>${horizons.map((horizon, at) => html`<tr><th scope="row">${after(horizon)}</th><td>${band(horizon.alive)}</td><td>${figureButton({ place: `survival.horizons.${at}.atRisk`, figure: horizon.atRisk }, `At risk after ${after(horizon)}`)}</td>${compared ? html`<td>${band(horizon.other?.alive ?? null)}</td>` : null}</tr>`)}</tbody></table></div>`;
}

function causeTable(horizons: readonly Horizon[]): Html | null {
  const told = horizons.filter(({ days, causes }) => days > 0 && causes.some(({ dead }) => dead > 0));
  if (told.length === 0) return null;
  return html`<div class="scroll"><table class="figures"><caption>Share dead by then, by cause</caption><thead><tr><th scope="col">After</th>${told[0]!.causes.map(({ cause }) => html`<th scope="col">${cause}</th>`)}</tr></thead>
<tbody>${told.map((horizon) => html`<tr><th scope="row">${after(horizon)}</th>${horizon.causes.map(({ dead }) => html`<td>${percent(dead)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function after({ days }: Horizon): string {
  return days === 0 ? 'the merge' : `${number(days)} days`;
}
