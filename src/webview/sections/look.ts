import type { ReadModel } from '../../model/readModel.ts';
import type { LookGroup } from '../../model/readModelParts.ts';
import { lookTitle } from '../../report/sections/look.ts';
import { number, plural, shortDate } from '../../report/words.ts';
import { type Html, html, withCode } from '../html.ts';
import { more, type Section, section } from '../section.ts';

const shownAtOnce = 3;

/** What is worth a look; nothing at all when there is nothing. */
export function lookSection({ causes: { look } }: ReadModel): readonly Section[] {
  if (look.length === 0) return [];
  return [section('look', lookTitle(look.length), html`<ol class="look">${look.map(lookItem)}</ol>`)];
}

function lookItem(group: LookGroup, at: number): Html {
  const { evidence } = group;
  const first = evidence.slice(0, shownAtOnce).map(lookPlace);
  const rest = evidence.slice(shownAtOnce);
  return html`<li>
<p>${withCode(group.sentence)}</p>
<ul class="places">${first}</ul>
${rest.length === 0 ? null : more(`look-more-${at}`, `${number(rest.length)} more`, html`<ul class="places">${rest.map(lookPlace)}</ul>`)}
<p class="row"><span class="quiet">${plural(group.linesLost, 'line')} lost</span><button type="button" class="link" data-dismiss="${group.key}" aria-label="Dismiss: ${group.sentence}" title="Don't show this again">Dismiss</button></p>
</li>`;
}

function lookPlace({ path, at, lines, lost, before, after }: LookGroup['evidence'][number]): Html {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const told = `${number(lost)} of ${plural(lines, 'line')} lost, written ${shortDate(at)}`;
  if (before === null && after === null) return html`<li><span title="${path}">${name}</span> <span class="quiet">${told}; never in a commit</span></li>`;
  return html`<li><button type="button" class="link" data-path="${path}" data-before="${before ?? ''}" data-after="${after ?? ''}" title="${path}: show what changed" aria-label="${path}: ${told}. Show what changed.">${name}</button> <span class="quiet">${told}</span></li>`;
}
