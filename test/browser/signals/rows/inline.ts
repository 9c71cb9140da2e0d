import { nextEdit, suggestion } from '../../actor/offered.ts';
import type { SignalRow } from '../signalRow.ts';
import { suggestionShown } from '../../harness/stage.ts';

const text = 'int mean = ‸\n';
const observe = 'aiNetValue.observeInlineAccept';

/** With the keys being observed. */
function observed(perform: SignalRow['perform']): SignalRow['perform'] {
  return async (stage) => {
    await stage.set(observe, true);
    try {
      await perform(stage);
      await stage.quiet();
    } finally {
      await stage.set(observe, false);
    }
  };
}

const accept = (...keys: string[]): SignalRow['perform'] => async (stage) => {
  await suggestionShown(stage);
  await stage.press(...keys);
};
const taken = `int mean = ${suggestion.asked}${suggestion.given}\n`;
const firstWord = `int mean = ${suggestion.asked}total\n`;

/** Suggestions at the caret, and edits away from it. */
export const inlineRows: readonly SignalRow[] = [
  { action: 'accept an inline suggestion', text, perform: accept('Tab'), leaves: taken, stock: ['typed', 'unknown'], detailed: ['typed', 'inlineAccept'], ai: true },
  { action: 'accept an inline suggestion, keys observed', text, perform: observed(accept('Tab')), leaves: taken, stock: ['typed', 'inlineAccept'], detailed: ['typed', 'inlineAccept'], ai: true },
  { action: 'accept a word of an inline suggestion', text, perform: accept('Control+ArrowRight'), leaves: firstWord, stock: ['typed', 'unknown'], detailed: ['typed', 'wordAccept'], detailedOnFloor: ['typed', 'inlineAccept'], ai: true },
  { action: 'accept a word of an inline suggestion, keys observed', text, perform: observed(accept('Control+ArrowRight')), leaves: firstWord, stock: ['typed', 'wordAccept'], detailed: ['typed', 'wordAccept'], detailedOnFloor: ['typed', 'inlineAccept'], ai: true },
  {
    action: 'type what an inline suggestion shows', text, perform: observed(async (stage) => {
      await suggestionShown(stage);
      await stage.type(suggestion.given.slice(0, 4));
      await stage.press('Escape');
    }),
    leaves: `int mean = ${suggestion.asked}${suggestion.given.slice(0, 4)}\n`, stock: ['typed'], detailed: ['typed'],
  },
  {
    action: 'turn an inline suggestion down and indent', text: '‸\n', perform: observed(async (stage) => {
      await suggestionShown(stage);
      await stage.press('Escape', 'Home', 'Tab');
    }),
    leaves: `    ${suggestion.asked}\n`, stock: ['typed', 'whitespace'], detailed: ['typed', 'editorCommand'],
  },
  {
    action: 'undo and redo of an accepted inline suggestion', text, perform: observed(async (stage) => {
      await accept('Tab')(stage);
      await stage.quiet();
      await stage.press('Control+z');
      await stage.quiet();
      await stage.press('Control+y');
    }),
    leaves: taken, stock: ['typed', 'inlineAccept', 'undo', 'redo'], detailed: ['typed', 'inlineAccept', 'undo', 'redo'], ai: true,
  },
  {
    action: 'accept a next-edit suggestion', text: `int a = ${nextEdit.wrong};\nint b = ‸;\n`,
    perform: async ({ type, quiet, press, text: textNow }) => {
      await type(nextEdit.asked);
      await quiet(1000);
      await press('Tab');
      await quiet();
      // Where the first Tab only goes there.
      if ((await textNow()).includes(nextEdit.wrong)) await press('Tab');
    },
    leaves: `int a = ${nextEdit.right};\nint b = ${nextEdit.asked};\n`, stock: ['typed', 'unknown'], detailed: ['typed', 'nextEdit'], ai: true,
  },
];
