import type { ReadModel } from '../model/readModel.ts';
import type { EvidenceFilter, Figure } from '../model/readModelParts.ts';
import { number } from '../report/words.ts';
import { type Html, html } from './html.ts';

/**
 * A figure names its place in the read model (`stages.rows.0.reached`); the click looks there for what it counts.
 * Charts name places the same way.
 */
export interface PlacedFigure {
  readonly place: string;
  readonly figure: Figure;
}

/** A count as a button that opens the lines behind it; zero opens nothing and is plain text. */
export function figureButton(figures: PlacedFigure | readonly PlacedFigure[], title: string, words?: string): Html {
  const all = Array.isArray(figures) ? (figures as readonly PlacedFigure[]) : [figures as PlacedFigure];
  const lines = all.reduce((sum, { figure }) => sum + figure.lines, 0);
  const shown = words ?? number(lines);
  if (lines === 0) return html`<span class="zero">${shown}</span>`;
  const places = all.filter(({ figure }) => figure.lines > 0).map(({ place }) => place);
  return html`<button type="button" class="figure" data-figure="${places.join(' ')}" data-title="${title}" aria-label="${title}: ${number(lines)}. Show the lines." title="${title}: show the lines">${shown}</button>`;
}

/** What a list of places names, as filters of which any may hold. Unknown places are left out. */
export function filtersAt(report: ReadModel, places: string): EvidenceFilter[] {
  return places
    .split(' ')
    .map((place) => at(report, place.split('.')))
    .filter(isFigure)
    .map(({ evidence }) => evidence);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? (inner as Readonly<Record<string, unknown>>)[name] : undefined), value);
}

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'lines' in value && 'evidence' in value;
}
