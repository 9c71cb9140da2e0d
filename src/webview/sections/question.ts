import type { ReadModel } from '../../model/readModel.ts';
import { shortDate } from '../../report/words.ts';
import { type Html, html } from '../html.ts';
import { hoursOfAWeek } from '../requests.ts';
import { actionButton, block, note, type Section } from '../section.ts';

const week = 7 * 24 * 60 * 60 * 1000;

/** What a week felt like, asked before its estimate is shown; nothing when there is nothing to ask. */
export function questionSection({ value: { question }, window }: ReadModel): readonly Section[] {
  if (question === null) return [];
  const ago = Date.parse(window.asOf) - Date.parse(question.week) < 2 * week ? 'Last week' : `In the week of ${shortDate(question.week)}`;
  return [
    block(
      'question',
      html`<form class="question" aria-labelledby="question-title"><h2 id="question-title">Before you look</h2>
<p>${ago} AI saved me about ${field('saved', 'Hours saved by AI')} h, fixing it took about ${field('fixing', 'Hours spent fixing it')} h.</p>
<p><button type="submit" class="action primary" data-answer="${question.week}">Save</button> <button type="button" class="action secondary" data-skip="${question.week}">Skip</button> ${actionButton('neverAsk', 'Never ask', 'secondary')}</p>
${note('That week’s estimate is shown afterwards. Your answer stays on this machine and never moves the estimate.')}</form>`,
    ),
  ];
}

function field(name: 'saved' | 'fixing', label: string): Html {
  return html`<input type="number" name="${name}" aria-label="${label}" min="0" max="${hoursOfAWeek}" step="any" inputmode="decimal" required autocomplete="off"/>`;
}
