import type { GroupRow } from '../../model/groupRow.ts';
import type { ReadModel } from '../../model/readModel.ts';
import { byGrouping, correctionSeen, groupName, groupsNote, groupsTitle, noCorrection, pooled, standingOut } from '../../report/sections/groups.ts';
import { number, sentenceCase } from '../../report/words.ts';
import { figureButton } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

/** Survival, rewriting and minutes of correction by kind of work, language, size and tool; nothing without settled lines. */
export function groupsSection({ causes: { groups } }: ReadModel): readonly Section[] {
  if (groups.length === 0) return [];
  const outstanding = groups.flatMap(standingOut);
  return [
    section(
      'groups',
      groupsTitle,
      outstanding.length === 0 ? note('No group stands out from the others.') : html`<ul class="places">${outstanding.map((text) => html`<li>${text}</li>`)}</ul>`,
      byGrouping(groups).map(({ grouping, rows }) => more(`groups-${grouping.replaceAll(' ', '-')}`, sentenceCase(`by ${grouping}`), groupTable(rows, groups, correctionSeen(groups)))),
      note(correctionSeen(groups) ? groupsNote : `${groupsNote} ${noCorrection}`),
    ),
  ];
}

function groupTable(rows: readonly GroupRow[], all: readonly GroupRow[], timed: boolean): Html {
  return html`<div class="scroll"><table class="figures"><thead><tr><td></td><th scope="col">Lines</th><th scope="col">Survived</th><th scope="col">Rewritten</th>${timed ? html`<th scope="col">Minutes of correction</th><th scope="col">for 100 lines</th>` : null}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${groupName(row)}</th><td>${figureButton({ place: `causes.groups.${all.indexOf(row)}.lines`, figure: row.lines }, groupName(row))}</td><td>${pooled(row.survived)}</td><td>${pooled(row.wasRewritten)}</td>${timed ? html`<td>${number(row.correctionMinutes)}</td><td>${row.correctionPerHundred.toFixed(1)}</td>` : null}</tr>`)}</tbody></table></div>`;
}
