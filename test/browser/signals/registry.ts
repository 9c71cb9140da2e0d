import { clipboardRows } from './rows/clipboard.ts';
import { diskRows } from './rows/disk.ts';
import { elsewhereRows } from './rows/elsewhere.ts';
import { extensionRows } from './rows/extensions.ts';
import { gitRows } from './rows/git.ts';
import { inlineRows } from './rows/inline.ts';
import { languageRows } from './rows/language.ts';
import { lineRows } from './rows/lines.ts';
import { searchRows } from './rows/search.ts';
import { suggestionRows } from './rows/suggestions.ts';
import { typingRows } from './rows/typing.ts';
import type { SignalRow } from './signalRow.ts';

/** Every row, in the order in which they are performed: what moves HEAD comes last, since it speaks for a while. */
export const signalRows: readonly SignalRow[] = [
  ...typingRows, ...clipboardRows, ...lineRows, ...searchRows, ...languageRows, ...suggestionRows, ...inlineRows, ...extensionRows, ...diskRows, ...elsewhereRows, ...gitRows,
];
