import type { HoursRange, ReadModel } from '../../model/readModel.ts';
import { countedOf } from '../../report/counted.ts';
import { bareHours, estimateGrounds, estimateLabels, kindHours, netSentence, timeSentences } from '../../report/hoursWords.ts';
import { assumptionWords } from '../../report/sections/assumptions.ts';
import { horizonName, timeMeanings } from '../../report/sections/hours.ts';
import { hoursLeaveOut, notMeasuredTitle } from '../../report/statements.ts';
import { number, percent, percentOf, plural, sentenceCase } from '../../report/words.ts';
import { figureButton } from '../figure.ts';
import { type Html, html, withCode } from '../html.ts';
import { actionButton, more, note, type Section, section } from '../section.ts';

/** Hours: what is counted first, then what is estimated from it, then what it leaves out. */
export function hoursSection(report: ReadModel): Section {
  const { time, value, assumptions, notMeasured } = report;
  return section(
    'hours',
    'Hours gained, given back, net',
    countedLine(report),
    timeSentences(time).map(note),
    time.range === null ? null : more('hours-time', 'Time by kind', timeTable(report)),
    value.net === null ? html`<p>${value.whyNone ?? ''}</p>` : html`<p class="net">${netSentence(value) ?? ''}</p>${estimateTable(report)}`,
    estimateLabels(report).map((text) => note(withCode(text))),
    value.net === null ? null : note(hoursLeaveOut),
    more('hours-not', notMeasuredTitle, html`<ul>${notMeasured.map((text) => html`<li>${text}</li>`)}</ul>`),
    more('hours-assumed', 'What the hours take for granted', estimateGrounds(value).map(note), html`<ul>${assumptions.map((row) => html`<li${row.changed ? html` class="changed"` : null}>${withCode(assumptionWords(row))}</li>`)}</ul><p>${actionButton('editAssumptions', 'Change in settings', 'secondary')}</p>`),
  );
}

/** Lines and minutes: certain, and before anything estimated. Each count opens its lines. */
function countedLine(report: ReadModel): Html {
  const { merged, rewritten, dead, correctionMinutes } = countedOf(report);
  return html`<p>Counted: ${figureButton(merged, 'Merged')} lines merged, ${figureButton(rewritten, 'Rewritten')} rewritten, ${figureButton(dead, 'Dead in any way')} dead in any way; ${correctionMinutes === null ? 'no time of correction was seen' : `${plural(correctionMinutes, 'minute')} of correction`}.</p>`;
}

function timeTable({ time }: ReadModel): Html {
  return html`<table class="figures"><caption>Attended time by kind</caption><thead><tr><td></td><th scope="col">Hours</th><th scope="col">Share</th></tr></thead>
<tbody>${time.kinds.map((row) => html`<tr><th scope="row">${sentenceCase(row.kind)}: <span class="quiet">${timeMeanings[row.kind]}</span></th><td>${kindHours(time, row)}</td><td>${row.hours === 0 ? '' : percentOf(row.hours, time.total)}</td></tr>`)}</tbody></table>`;
}

function estimateTable({ value: { gained, rework, net, giveBack, horizons }, assumptions }: ReadModel): Html {
  const rows: readonly (readonly [string, HoursRange | null, (value: number) => string])[] = [
    ['Gained', gained, bareHours], ['Rework', rework, bareHours], [horizonName(30), net, bareHours], ['Rework / gained', giveBack, percent],
    ...horizons.filter(({ days }) => days !== 30).map((horizon) => [horizonName(horizon.days), horizon.net, bareHours] as const),
  ];
  const changed = assumptions.filter((row) => row.changed).length;
  return html`<table class="figures"><caption>Estimated hours${changed === 0 ? null : `, with ${number(changed)} changed ${changed === 1 ? 'assumption' : 'assumptions'}`}</caption><thead><tr><td></td><th scope="col">5%</th><th scope="col">50%</th><th scope="col">95%</th></tr></thead>
<tbody>${rows.map(([name, range, words]) => (range === null ? null : html`<tr><th scope="row">${name}</th><td>${words(range.low)}</td><td>${words(range.mid)}</td><td>${words(range.high)}</td></tr>`))}</tbody></table>`;
}
