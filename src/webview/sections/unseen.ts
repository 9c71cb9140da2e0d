import type { EditorFacts } from '../../model/sidebarState.ts';
import { plural } from '../../report/words.ts';
import { html } from '../html.ts';
import { actionButton, block, type Section } from '../section.ts';

/** AI code that is about to go out and was never on the screen; nothing where there is none, or where it is not known. */
export function unseenSection({ unseen }: EditorFacts): readonly Section[] {
  if (unseen === null || unseen.lines === 0) return [];
  const { lines, files } = unseen;
  return [block('unseen', html`<p class="note">${plural(lines, 'AI line')} in ${plural(files, 'file')} of your working tree or of commits you have not pushed ${lines === 1 ? 'was' : 'were'} never on screen here. Reading in a terminal can’t be seen. ${actionButton('showUnseen', 'Show them', 'secondary')}</p>`)];
}
