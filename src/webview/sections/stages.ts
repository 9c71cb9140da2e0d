import type { PhaseRow, ReadModel, StageRow } from '../../model/readModel.ts';
import type { StageOutcome } from '../../model/readModelParts.ts';
import { afterAcceptWords } from '../../report/afterAccept.ts';
import { phaseLabels, stageLabels } from '../../report/labels.ts';
import { number, percentOf, sentenceCase } from '../../report/words.ts';
import { bar, type BarTone } from '../bar.ts';
import { figureButton } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

const outcomes: readonly { readonly outcome: StageOutcome; readonly tone: BarTone; readonly words: string }[] = [
  { outcome: 'reached', tone: 'alive', words: 'got here' },
  { outcome: 'skipped', tone: 'changed', words: 'not seen here' },
  { outcome: 'waiting', tone: 'open', words: 'waiting' },
  { outcome: 'notOldEnough', tone: 'young', words: 'too young' },
  { outcome: 'unknown', tone: 'unknown', words: 'unknown' },
  { outcome: 'lost', tone: 'dead', words: 'lost before' },
];

/** How many lines got how far, from writing to 90 days after the merge. */
export function stagesSection({ stages }: ReadModel): Section {
  const written = stages.rows[0]?.reached.lines ?? 0;
  const words = afterAcceptWords(stages);
  const accepted = words === null ? null : note(words);
  if (written === 0) return section('stages', 'The way of the lines', note('No AI line of yours that counts was written in this window.'), accepted);
  const review = stages.rows.some(({ stage }) => stage === 'review');
  return section(
    'stages',
    'The way of the lines',
    accepted,
    html`<ul class="bars">${stages.rows.map((row, at) => stageItem(row, at, written))}</ul>`,
    stages.editedInReview === null || stages.editedInReview.lines === 0 ? null : note(html`${figureButton({ place: 'stages.editedInReview', figure: stages.editedInReview }, 'Edited in review, still alive')} ${stages.editedInReview.lines === 1 ? 'line was' : 'lines were'} edited in review and stayed alive.`),
    lostList(stages.changed),
    more(
      'stages-meaning',
      'How to read this',
      note('Each row counts the lines that could be there by now. "Too young": merged too recently for this row, and in no other number of it. "Waiting": may still come.'),
      review ? note('"In review" means: seen pushed before the merge. "Not seen here": merged without a push seen before.') : note('There is no review row: no push of a branch was seen before its merge.'),
    ),
  );
}

function stageItem(row: StageRow, at: number, written: number): Html {
  const name = sentenceCase(stageLabels[row.stage]);
  const others = outcomes.filter(({ outcome }) => outcome !== 'reached' && row[outcome].lines > 0);
  const share = row.stage === 'written' ? null : row.of === 0 ? html`<span class="quiet">${row.notOldEnough.lines > 0 ? 'none old enough' : 'none yet'}</span>` : html`<span class="quiet">of ${number(row.of)}, ${percentOf(row.reached.lines, row.of)}</span>`;
  return html`<li><div class="row"><span>${name}</span><span class="value">${row.of === 0 ? null : figureButton({ place: `stages.rows.${at}.reached`, figure: row.reached }, name)} ${share}</span></div>
${bar(outcomes.map(({ outcome, tone }) => ({ tone, lines: row[outcome].lines })), written)}
${others.length === 0 ? null : html`<div class="parts">${others.map(({ outcome, words, tone }) => html`<span><span class="swatch tone-${tone}"></span>${words} ${figureButton({ place: `stages.rows.${at}.${outcome}`, figure: row[outcome] }, `${name}: ${words}`)}</span> `)}</div>`}</li>`;
}

function lostList(rows: readonly PhaseRow[]): Html | null {
  const shown = rows.map((row, at) => ({ row, at })).filter(({ row }) => row.lost.lines > 0);
  if (shown.length === 0) return null;
  return html`<h3>Where they were lost</h3><ul class="bars">${shown.map(({ row, at }) => {
    const name = sentenceCase(phaseLabels[row.phase]);
    const causes = row.causes.map((one, index) => ({ ...one, index })).filter(({ figure }) => figure.lines > 0);
    return html`<li><div class="row"><span>${name}</span><span class="value">${figureButton({ place: `stages.changed.${at}.lost`, figure: row.lost }, `Lost ${phaseLabels[row.phase]}`)}</span></div>
<div class="parts">${causes.map(({ cause, figure, index }) => html`<span>${cause} ${figureButton({ place: `stages.changed.${at}.causes.${index}.figure`, figure }, `Lost ${phaseLabels[row.phase]}, by ${cause}`)}</span> `)}</div></li>`;
  })}</ul>`;
}
