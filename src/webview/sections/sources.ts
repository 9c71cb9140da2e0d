import type { ReadModel, SourceCoverage } from '../../model/readModel.ts';
import { gradeMeanings } from '../../report/labels.ts';
import { coverageDocument } from '../../report/sections/coverage.ts';
import { date, list, number, plural } from '../../report/words.ts';
import { type Html, html, withCode } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

/** Every source, how far back it reaches, and what it could not read. */
export function sourcesSection(report: ReadModel): Section {
  const { coverage } = report;
  const found = coverage.sources.filter((source) => source.found);
  const missing = coverage.sources.filter((source) => !source.found);
  const told = coverageDocument(report);
  return section(
    'sources',
    'Sources, and how far back they reach',
    found.length === 0 ? note('No agent log and no record in git was found.') : html`<ul class="sources">${found.map(sourceItem)}</ul>`,
    missing.length === 0 ? null : note(`Looked for and not found: ${list(missing.map(({ name }) => name))}.`),
    note('What was written before, or where no source looked, is unknown: it counts neither as AI nor as written by hand.'),
    more('sources-more', 'What is counted', told.notes.map((text) => note(withCode(text)))),
  );
}

function sourceItem({ name, grade, sessions, counts, firstSeen, lastSeen, problems }: SourceCoverage): Html {
  const left = [
    counts.rejected > 0 ? `${number(counts.rejected)} rejected` : '',
    counts.failed > 0 ? `${number(counts.failed)} failed` : '',
    counts.elsewhere > 0 ? `${number(counts.elsewhere)} outside this repository` : '',
    counts.unreadable > 0 ? `${plural(counts.unreadable, 'unreadable log line')}` : '',
  ].filter((words) => words !== '');
  const reach = firstSeen === null ? 'It holds nothing of this repository.' : `Reaches back to ${date(firstSeen)}${lastSeen === null ? '' : `; last seen ${date(lastSeen)}`}.`;
  return html`<li><strong>${name}</strong> <span class="quiet" title="${gradeMeanings[grade]}">${grade}</span>
<p>${reach}</p>
<p class="quiet">${readWords(counts, sessions)}${left.length === 0 ? '' : `; not counted: ${list(left)}`}.</p>
${problems.map((problem) => html`<p class="problem">${problem}</p>`)}</li>`;
}

/** Logs hold edits; records in git are not counted by edit. */
function readWords({ accepted, records }: SourceCoverage['counts'], sessions: number): string {
  if (accepted === 0 && records === 0) return plural(sessions, 'session');
  const read = accepted > 0 ? plural(accepted, 'edit') : plural(records, 'record');
  return sessions > 0 ? `${read} in ${plural(sessions, 'session')}` : read;
}
