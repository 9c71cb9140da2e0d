import type { ReadModel } from '../../model/readModel.ts';
import { netChart } from '../../report/charts/netChart.ts';
import { bareHours, bareRange, changedSentence, feltSentences, shownRevisions } from '../../report/hoursWords.ts';
import { netWeeks } from '../../report/netWeeks.ts';
import { noVerdict } from '../../report/sections/hoursWeeks.ts';
import { hoursLeaveOut } from '../../report/statements.ts';
import { percent, shortDate } from '../../report/words.ts';
import { type Html, html, trusted, withCode } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

/** Net hours of the last twelve weeks, what was felt beside them, and what was told differently before. */
export function hoursWeeksSection(report: ReadModel, chartWidth: number): readonly Section[] {
  const weeks = netWeeks(report);
  if (weeks.length === 0) return [];
  const { felt } = report.value;
  const revisions = shownRevisions(report.value);
  return [
    section(
      'hours-weeks',
      'Net hours, week by week',
      trusted(netChart(report, 'nv-net', chartWidth)),
      more('hours-weeks-table', 'As a table', weekTable(weeks)),
      feltSentences(report.value).map((text) => html`<p>${text}</p>`),
      felt.usualGap === null ? null : more('hours-felt', 'Felt and estimated', feltTable(felt.weeks)),
      revisions.length === 0 ? null : more('hours-revised', 'Told differently before', revisionList(revisions)),
      note(noVerdict),
      changedSentence(report.assumptions).map((text) => note(withCode(text))),
      note(hoursLeaveOut),
    ),
  ];
}

function weekTable(weeks: ReturnType<typeof netWeeks>): Html {
  return html`<div class="scroll"><table class="figures"><caption>Hours per calendar week</caption><thead><tr><th scope="col">Week of</th><th scope="col">With AI</th><th scope="col">Net</th><th scope="col">Middle</th><th scope="col">Gained</th><th scope="col">Rework</th><th scope="col">Provisional</th></tr></thead>
<tbody>${weeks.toReversed().map(({ week, told, withheld }) => html`<tr><th scope="row">${shortDate(week)}</th>${told === null ? html`<td colspan="6">${withheld ? 'not shown yet' : '-'}</td>` : html`<td>${bareHours(told.hours)}</td><td>${bareRange(told.net)}</td><td>${bareHours(told.net.mid)}</td><td>${bareRange(told.gained)}</td><td>${bareRange(told.rework)}</td><td>${told.provisional === 0 ? '' : percent(told.provisional)}</td>`}</tr>`)}</tbody></table></div>`;
}

function feltTable(weeks: ReadModel['value']['felt']['weeks']): Html {
  return html`<table class="figures"><caption>Net hours</caption><thead><tr><th scope="col">Week of</th><th scope="col">Felt</th><th scope="col">Estimated</th><th scope="col">Gap</th></tr></thead>
<tbody>${weeks.toReversed().map(({ week, felt, estimated, gap }) => html`<tr><th scope="row">${shortDate(week)}</th><td>${bareHours(felt)}</td><td>${bareRange(estimated)}</td><td>${bareHours(gap)}</td></tr>`)}</tbody></table>`;
}

function revisionList(revisions: ReadModel['value']['revisions']): Html {
  return html`<ul>${revisions.toReversed().map(({ week, at, was, now, why }) => html`<li>Week of ${shortDate(week)}: was ${bareRange(was)} h, is ${bareRange(now)} h since ${shortDate(at)}, because ${why}.</li>`)}</ul>`;
}
