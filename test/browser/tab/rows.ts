import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { openTerminal, typeInTerminal } from '../../workbench/terminal.ts';
import { indented, nextEdit, suggestion, word } from '../actor/offered.ts';
import { ghostText, suggestionShown, type Stage } from '../harness/stage.ts';
import type { TabRow } from './tabRow.ts';

const taken = `int mean = ${suggestion.asked}${suggestion.given}‸\n`;

const cell = (source: string): string => JSON.stringify({ cells: [{ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: [source] }], metadata: {}, nbformat: 4, nbformat_minor: 2 });

/** Shows a notebook, the caret at the end of its first cell. */
async function openCell({ run, page, press, quiet, path, see }: Stage): Promise<void> {
  await run('vscode.open', path());
  await see('.notebook-editor .cell-editor-container .monaco-editor .view-line');
  await page.locator('.notebook-editor .cell-editor-container .monaco-editor .view-lines').first().click();
  await press('Control+End');
  await quiet();
}

/** Where Tab means something, in the editor and elsewhere. */
export const tabRows: readonly TabRow[] = [
  {
    situation: 'an inline suggestion', text: 'int mean = ‸\n',
    perform: async (stage) => {
      await suggestionShown(stage);
      await stage.press('Tab');
    },
    leaves: taken, noted: 'inlineAccept',
  },
  {
    situation: 'an inline suggestion, and keys right behind', text: 'int mean = ‸\n',
    perform: async (stage) => {
      await suggestionShown(stage);
      const keys = stage.page.keyboard;
      await Promise.all([keys.press('Tab'), keys.press('Tab'), keys.press('x')]);
    },
    leaves: `int mean = ${suggestion.asked}${suggestion.given} x‸\n`, noted: 'inlineAccept',
  },
  {
    situation: 'a placeholder of a snippet', text: '‸\n',
    perform: async ({ run, quiet, press }) => {
      await run('editor.action.insertSnippet', { snippet: 'for (${1:first}; ${2:second}) $0' });
      await quiet();
      await press('Tab');
    },
    leaves: 'for (first; ‸second‸) \n',
  },
  {
    situation: 'a placeholder of a snippet with an inline suggestion', text: '‸\n',
    perform: async (stage) => {
      await stage.run('editor.action.insertSnippet', { snippet: '${1:first}\n${2:second}' });
      await stage.quiet();
      await suggestionShown(stage);
      await stage.press('Tab');
    },
    leaves: `${suggestion.asked}${suggestion.given}‸\nsecond\n`, noted: 'inlineAccept',
  },
  {
    situation: 'an item of the suggest widget', text: '‸\n',
    perform: async ({ type, press, see }) => {
      await type('zz');
      await press('Control+Space');
      await see('.suggest-widget.visible .monaco-list-row', word);
      await press('Tab');
    },
    leaves: `${word}‸\n`,
  },
  {
    situation: 'an inline suggestion and the suggest widget', text: 'bed.‸\n',
    perform: async (stage) => {
      await suggestionShown(stage);
      await stage.press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
      await stage.type('a');
      await stage.press('Control+Space');
      await stage.see('.suggest-widget.visible .monaco-list-row', 'addPlant');
      await stage.quiet();
      await stage.press('Tab');
    },
    leaves: 'bed.addPlant(‸name‸, bed)\n',
  },
  { situation: 'the caret', text: 'int a;‸\n', perform: ({ press }) => press('Tab'), leaves: 'int a;  ‸\n' },
  { situation: 'the start of a line', text: '‸int a;\n', perform: ({ press }) => press('Tab'), leaves: '    ‸int a;\n' },
  { situation: 'a selection of lines', text: '‸int a;\nint b;‸\n', perform: ({ press }) => press('Tab', 'Tab', 'Shift+Tab'), leaves: '‸    int a;\n    int b;‸\n' },
  {
    situation: 'an indentation, with an inline suggestion that is indented more', text: `${indented.asked}\n‸\n`,
    perform: async ({ run, quiet, press, see }) => {
      await run('editor.action.inlineSuggest.trigger');
      await see(ghostText);
      await quiet();
      await press('Tab');
    },
    leaves: `${indented.asked}\n    ‸\n`,
  },
  { situation: 'an item of a Markdown list', ending: 'md', text: '- one\n- ‸two\n', perform: ({ press }) => press('Home', 'Tab'), leaves: '- one\n    ‸- two\n' },
  {
    situation: 'the mode in which Tab moves the focus', text: 'int mean = ‸\n',
    perform: async (stage) => {
      await stage.press('Control+m');
      await stage.press('Tab');
      await stage.quiet();
    },
    leaves: 'int mean = ‸\n', focus: 'elsewhere',
  },
  {
    situation: 'the mode in which Tab moves the focus, with an inline suggestion', text: 'int mean = ‸\n',
    perform: async (stage) => {
      await suggestionShown(stage);
      await stage.press('Control+m');
      await stage.press('Tab');
      await stage.quiet();
    },
    leaves: `int mean = ${suggestion.asked}‸\n`, focus: 'elsewhere',
  },
  {
    situation: 'a next-edit suggestion', text: `int a = ${nextEdit.wrong};\nint b = ‸;\n`,
    perform: async ({ type, quiet, press }) => {
      await type(nextEdit.asked);
      // Nothing that a test could wait for says that it is shown.
      await quiet(3000);
      await press('Tab');
      await quiet();
    },
    leaves: `int a = getSoil‸();\nint b = ${nextEdit.asked};\n`,
  },
  {
    situation: 'an Emmet abbreviation', ending: 'css', text: 'p { ‸ }\n',
    perform: async ({ set, type, press, quiet }) => {
      await set('emmet.triggerExpansionOnTab', true);
      await type('m10');
      await press('Tab');
      await quiet();
      await set('emmet.triggerExpansionOnTab', undefined);
    },
    leaves: 'p { margin: 10px;‸ }\n',
  },
  { situation: 'a notebook cell', ending: 'ipynb', text: cell('litres = 1'), open: openCell, perform: ({ press }) => press('Home', 'Tab'), leaves: '    ‸litres = 1', focus: 'notebook cell' },
  {
    situation: 'an inline suggestion in a notebook cell', ending: 'ipynb', text: cell('mean = '), open: openCell,
    perform: async (stage) => {
      await suggestionShown(stage);
      await stage.press('Tab');
    },
    leaves: `mean = ${suggestion.asked}${suggestion.given}‸`, focus: 'notebook cell',
  },
  {
    situation: 'the integrated terminal', text: 'copied by a shell\n',
    missing: ({ name }) => (name === 'floor' ? 'the terminal of VS Code 1.104 needs a module that is not compiled here' : undefined),
    open: async ({ workbench, path }) => {
      await openTerminal(workbench);
      await typeInTerminal(workbench, `cd '${dirname(path())}'`);
    },
    perform: async ({ type, press, path, page }) => {
      const name = basename(path());
      await type(`cp ${name.slice(0, 4)}`);
      await page.waitForTimeout(500);
      await press('Tab');
      await page.waitForTimeout(500);
      await type(` copied-${name}`);
      await press('Enter');
      for (let left = 100; !existsSync(path(`copied-${name}`)) && left > 0; left -= 1) await page.waitForTimeout(50);
    },
    result: async ({ path }) => readFileSync(path(`copied-${basename(path())}`), 'utf8'),
    leaves: 'copied by a shell\n', focus: 'terminal',
  },
  {
    situation: 'the find widget', text: '‸int a;\n',
    perform: async ({ press, see }) => {
      await press('Control+f');
      await see('.find-widget.visible');
      await press('Tab');
    },
    leaves: '‸int a;\n', focus: 'find',
  },
  {
    situation: 'the quick input', text: '‸int a;\n',
    perform: async ({ press, see }) => {
      await press('F1');
      await see('.quick-input-widget .monaco-list-row');
      await press('Tab');
    },
    leaves: '‸int a;\n', focus: 'quick input',
  },
];

/** The other key that is observed: Ctrl+Right. */
export const wordRows: readonly TabRow[] = [
  {
    situation: 'an inline suggestion', text: 'int mean = ‸\n',
    perform: async (stage) => {
      await suggestionShown(stage);
      await stage.press('Control+ArrowRight');
    },
    leaves: `int mean = ${suggestion.asked}total‸\n`, noted: 'wordAccept',
  },
  { situation: 'a word', text: '‸total count\n', perform: ({ press }) => press('Control+ArrowRight'), leaves: 'total‸ count\n' },
  {
    situation: 'a word before an inline suggestion', text: 'int mean = ‸\n',
    perform: async (stage) => {
      await suggestionShown(stage);
      await stage.press('Home', 'Control+ArrowRight');
    },
    leaves: `int‸ mean = ${suggestion.asked}\n`,
  },
];
