import type { SignalRow } from '../signalRow.ts';

/** As an input method does: what stands there is replaced until it is right. */
function composed(...steps: readonly string[]): SignalRow['perform'] {
  return async ({ page }) => {
    const devtools = await page.context().newCDPSession(page);
    for (const text of steps.slice(0, -1)) await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await devtools.send('Input.insertText', { text: steps.at(-1)! });
    await devtools.detach();
  };
}

/** What a person types, and takes back with keys. */
export const typingRows: readonly SignalRow[] = [
  { action: 'type characters', text: 'int a‸;\n', perform: ({ type }) => type('bc'), leaves: 'int abc;\n', stock: ['typed'], detailed: ['typed'] },
  { action: 'type a bracket that closes itself, and over the closing one', text: 'int a = f‸\n', perform: ({ type }) => type('(1)'), leaves: 'int a = f(1)\n', stock: ['typed'], detailed: ['typed'] },
  { action: 'type over a selection', text: 'int ‸old‸ = 1;\n', perform: ({ type }) => type('x'), leaves: 'int x = 1;\n', stock: ['typed'], detailed: ['typed'] },
  { action: 'surround a selection with brackets', text: 'int a = ‸b + c‸;\n', perform: ({ type }) => type('('), leaves: 'int a = (b + c);\n', stock: ['unknown'], detailed: ['typed'] },
  {
    action: 'type with two carets', text: 'int ‸a;\nint b;\n',
    perform: async ({ run, type }) => {
      await run('editor.action.insertCursorBelow');
      await type('x');
    },
    leaves: 'int xa;\nint xb;\n', stock: ['typed'], detailed: ['typed'],
  },
  { action: 'compose a character', text: 'char *a = "‸";\n', perform: composed('´', 'é'), leaves: 'char *a = "é";\n', stock: ['typed', 'unknown'], detailed: ['typed'] },
  { action: 'compose a word', text: 'char *a = "‸";\n', perform: composed('に', 'にほ', '日本'), leaves: 'char *a = "日本";\n', stock: ['typed', 'unknown'], detailed: ['typed'] },
  { action: 'Enter with indentation', text: 'int main() {‸\n}\n', perform: ({ press }) => press('Enter'), leaves: 'int main() {\n    \n}\n', stock: ['whitespace'], detailed: ['typed'] },
  { action: 'Tab indents', text: '‸int a;\n', perform: ({ press }) => press('Tab'), leaves: '    int a;\n', stock: ['whitespace'], detailed: ['editorCommand'] },
  { action: 'Backspace', text: 'int abc‸;\n', perform: ({ press }) => press('Backspace'), leaves: 'int ab;\n', stock: ['removal'], detailed: ['editorCommand'] },
  { action: 'delete a word', text: 'int total‸;\n', perform: ({ press }) => press('Control+Backspace'), leaves: 'int ;\n', stock: ['removal'], detailed: ['editorCommand'] },
  {
    action: 'undo', text: 'int a‸;\n',
    perform: async ({ type, press }) => {
      await type('b');
      await press('Control+z');
    },
    leaves: 'int a;\n', stock: ['typed', 'undo'], detailed: ['typed', 'undo'],
  },
  {
    action: 'redo', text: 'int a‸;\n',
    perform: async ({ type, press }) => {
      await type('b');
      await press('Control+z', 'Control+y');
    },
    leaves: 'int ab;\n', stock: ['typed', 'undo', 'redo'], detailed: ['typed', 'undo', 'redo'],
  },
];
