import type { Fate } from '../../model/fate.ts';
import type { FateRow, ReadModel } from '../../model/readModel.ts';
import { fateMeanings } from '../../report/labels.ts';
import { number, percent, percentOf, plural, sentenceCase } from '../../report/words.ts';
import { bar, type BarTone } from '../bar.ts';
import { figureButton } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

const tones: Readonly<Record<Fate, BarTone>> = {
  pending: 'open', kept: 'alive', reformatted: 'alive', moved: 'alive', edited: 'changed', rewritten: 'dead', deleted: 'dead', reverted: 'dead', dropped: 'dead', unknown: 'unknown',
};

const kinds: readonly { readonly kind: FateRow['kind']; readonly name: string }[] = [
  { kind: 'alive', name: 'Alive' },
  { kind: 'dead', name: 'Dead' },
  { kind: 'open', name: 'Open' },
  { kind: 'unknown', name: 'Not known' },
];

/** What became of the lines written in the window, and by whom. */
export function fatesSection({ causes }: ReadModel): Section {
  const total = causes.coverage.lines;
  const rows = causes.rows.map((row, at) => ({ row, at })).filter(({ row }) => row.lines.lines > 0);
  if (total === 0 || rows.length === 0) return section('fates', 'What became of them, and by whom', note('Nothing to tell yet.'));
  return section(
    'fates',
    'What became of them, and by whom',
    bar(rows.map(({ row }) => ({ tone: tones[row.fate], lines: row.lines.lines })), total),
    kinds.map(({ kind, name }) => {
      const own = rows.filter(({ row }) => row.kind === kind);
      if (own.length === 0) return null;
      const lines = own.reduce((sum, { row }) => sum + row.lines.lines, 0);
      return html`<h3>${name} <span class="quiet">${plural(lines, 'line')}, ${percentOf(lines, total)}</span></h3><ul class="bars">${own.map(({ row, at }) => fateItem(row, at))}</ul>`;
    }),
    more('fates-meaning', 'What these mean', html`<dl>${rows.map(({ row }) => html`<dt>${sentenceCase(row.fate)}</dt><dd>${fateMeanings[row.fate]}</dd>`)}</dl>`, note('"Me with AI": what took its place is AI’s, at your request. Alive is not the same as good.')),
  );
}

function fateItem({ fate, lines, causes, retained }: FateRow, at: number): Html {
  const name = sentenceCase(fate);
  const named = causes.map((one, index) => ({ ...one, index })).filter(({ figure }) => figure.lines > 0);
  return html`<li><div class="row"><span><span class="swatch tone-${tones[fate]}"></span> ${name}</span><span class="value">${figureButton({ place: `causes.rows.${at}.lines`, figure: lines }, name)}</span></div>
${named.length === 0 ? null : html`<div class="parts">${named.map(({ cause, figure, index }) => html`<span>${cause} ${figureButton({ place: `causes.rows.${at}.causes.${index}.figure`, figure }, `${name}, by ${cause}`, number(figure.lines))}</span> `)}</div>`}
${retained === null ? null : html`<div class="parts quiet">${percent(retained)} of their tokens are kept on average</div>`}</li>`;
}
