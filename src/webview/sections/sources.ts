import type { ReadModel, SourceCoverage } from '../../model/readModel.ts';
import type { EditorFacts } from '../../model/sidebarState.ts';
import { gradeMeanings, troubledStates } from '../../report/labels.ts';
import { coverageDocument, elsewhereWords } from '../../report/sections/coverage.ts';
import { date, list, number, plural } from '../../report/words.ts';
import { type Html, html, withCode } from '../html.ts';
import { actionButton, more, note, type Section, section } from '../section.ts';
import { sourcesInEditor } from './editorSources.ts';

/** Every source: how it fares, how far back it reaches, what it could not read, and what to do. Those in trouble come first. */
export function sourcesSection(report: ReadModel, editor: EditorFacts): Section {
  const sources = sourcesInEditor(report.coverage.sources, editor);
  const troubled = sources.filter(({ state }) => troubledStates.includes(state));
  const found = sources.filter(({ state }) => state === 'reading' || state === 'nothing here');
  const missing = sources.filter(({ state }) => state === 'not found');
  const shown = [...troubled, ...found];
  return section(
    'sources',
    'Where this comes from',
    editor.otherSide === null ? null : note(withCode(editor.otherSide)),
    shown.length === 0 ? note('No agent log and no record in git was found.') : html`<ul class="sources">${shown.map(sourceItem)}</ul>`,
    offer(report, editor),
    missing.length === 0 ? null : more('sources-missing', `Not found: ${number(missing.length)}`, html`<ul class="sources">${missing.map(missingItem)}</ul>`, note(withCode(elsewhereWords))),
    note('What was written before, or where no source looked, is unknown: it counts neither as AI nor as written by hand.'),
    more('sources-more', 'What is counted', coverageDocument(report).notes.map((text) => note(withCode(text)))),
  );
}

function sourceItem({ name, grade, state, sessions, counts, firstSeen, lastSeen, problems, remedy }: SourceCoverage): Html {
  const left = [
    counts.rejected > 0 ? `${number(counts.rejected)} rejected` : '',
    counts.failed > 0 ? `${number(counts.failed)} failed` : '',
    counts.elsewhere > 0 ? `${number(counts.elsewhere)} outside this repository` : '',
    counts.unreadable > 0 ? `${plural(counts.unreadable, 'unreadable log line')}` : '',
  ].filter((words) => words !== '');
  const reach = firstSeen === null ? 'Nothing of this repository was seen.' : `Reaches back to ${date(firstSeen)}${lastSeen === null ? '' : `; last seen ${date(lastSeen)}`}.`;
  const seen = counts.records + counts.accepted + sessions > 0;
  return html`<li data-source-state="${state}"><strong>${name}</strong> <span class="state ${troubledStates.includes(state) ? 'troubled' : ''}">${state}</span> <span class="quiet" title="${gradeMeanings[grade]}">${grade}</span>
<p>${reach}</p>
${seen ? html`<p class="quiet">${readWords(counts, sessions)}${left.length === 0 ? '' : `; not counted: ${list(left)}`}.</p>` : null}
${problems.map((problem) => html`<p class="problem">${withCode(problem)}</p>`)}
${remedy === null ? null : html`<p class="remedy">${withCode(remedy)}</p>`}</li>`;
}

function missingItem({ name, remedy }: SourceCoverage): Html {
  return html`<li><strong>${name}</strong>${remedy === null ? null : html`<p class="quiet">${withCode(remedy)}</p>`}</li>`;
}

/** Logs hold edits; records in git are not counted by edit. */
function readWords({ accepted, records }: SourceCoverage['counts'], sessions: number): string {
  if (accepted === 0 && records === 0) return plural(sessions, 'session');
  const read = accepted > 0 ? plural(accepted, 'edit') : plural(records, 'record');
  return sessions > 0 ? `${read} in ${plural(sessions, 'session')}` : read;
}

/** Where inline completions go unseen, and the person can change that. */
function offer({ coverage }: ReadModel, { completions, observing }: EditorFacts): Html | null {
  const unseen = completions !== null || coverage.sources.some(({ id, remedy }) => id === 'editor' && remedy !== null);
  if (observing || !unseen) return null;
  const who = completions === null ? 'Accepted inline completions leave' : `What you accept of ${completions}’s inline completions leaves`;
  return html`<div class="offer"><p>${who} no record anywhere, and its lines are of unknown origin. With this switched on, the keys that accept a suggestion run VS Code’s own command and note that they did; nothing else changes.</p><p>${actionButton('observeInline', 'Observe inline accepts', 'secondary')}</p></div>`;
}
