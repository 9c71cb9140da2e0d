import { method, word } from '../../actor/offered.ts';
import type { SignalRow } from '../signalRow.ts';

const offered = '.suggest-widget.visible .monaco-list-row';

/** Items of the suggest widget, and snippets. */
export const suggestionRows: readonly SignalRow[] = [
  {
    action: 'take a suggested word of the file', text: 'int longWordToTake;\n‸\n',
    perform: async ({ type, press, see }) => {
      await type('longW');
      await press('Control+Space');
      await see(offered, 'longWordToTake');
      await press('Enter');
    },
    leaves: 'int longWordToTake;\nlongWordToTake\n', stock: ['typed', 'unknown'], detailed: ['typed', 'suggestItem'],
  },
  {
    action: 'take a word that an extension suggests, with Tab', text: '‸\n',
    perform: async ({ type, press, see }) => {
      await type('zz');
      await press('Control+Space');
      await see(offered, word);
      await press('Tab');
    },
    leaves: `${word}\n`, stock: ['typed', 'unknown'], detailed: ['typed', 'suggestItem'],
  },
  {
    action: 'take a suggested method and fill in its arguments', text: 'bed.‸\n',
    perform: async ({ type, press, see, quiet }) => {
      await type('add');
      await press('Control+Space');
      await see(offered, method.label);
      await press('Enter');
      await quiet();
      await type('leek');
      await press('Tab');
      await type('3');
      await press('Tab');
    },
    leaves: 'bed.addPlant(leek, 3)\n', stock: ['typed', 'unknown', 'typed'], detailed: ['typed', 'suggestItem', 'typed'],
  },
  {
    action: 'insert a snippet and type at its tab stops', text: '‸\n',
    perform: async ({ run, type, press, quiet }) => {
      await run('editor.action.insertSnippet', { snippet: 'for (int ${1:i} = 0; $1 < ${2:n}; $1++) {\n\t$0\n}' });
      await quiet();
      await type('k');
      await press('Tab');
      await type('9');
      await press('Tab');
      await type(';');
    },
    leaves: 'for (int k = 0; k < 9; k++) {\n    ;\n}\n', stock: ['unknown', 'typed'], detailed: ['snippet', 'typed'],
  },
];
