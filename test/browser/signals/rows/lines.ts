import type { SignalRow } from '../signalRow.ts';

const command = (id: string): SignalRow['perform'] => ({ run }) => run(id);

/** The editor's own commands on lines and words. */
export const lineRows: readonly SignalRow[] = [
  { action: 'move a line', text: 'int a;\n‸int b;\n', perform: ({ press }) => press('Alt+ArrowUp'), leaves: 'int b;\nint a;\n', stock: ['unknown'], detailed: ['editorCommand'] },
  { action: 'copy a line', text: '‸int a;\n', perform: command('editor.action.copyLinesDownAction'), leaves: 'int a;\nint a;\n', stock: ['unknown'], detailed: ['editorCommand'] },
  { action: 'toggle a comment', text: '‸int a;\n', perform: ({ press }) => press('Control+/'), leaves: '// int a;\n', stock: ['unknown'], detailed: ['editorCommand'] },
  { action: 'transpose letters', text: 'int ‸ab;\n', perform: command('editor.action.transposeLetters'), leaves: 'inta b;\n', stock: ['unknown'], detailed: ['editorCommand'] },
  { action: 'sort lines', text: '‸b\na\n‸', perform: command('editor.action.sortLinesAscending'), leaves: 'a\nb\n', stock: ['unknown'], detailed: ['editorCommand'] },
  { action: 'join lines', text: '‸int a;\nint b;\n', perform: command('editor.action.joinLines'), leaves: 'int a; int b;\n', stock: ['unknown'], detailed: ['unknown'] },
  { action: 'change to upper case', text: '‸int‸ a;\n', perform: command('editor.action.transformToUppercase'), leaves: 'INT a;\n', stock: ['unknown'], detailed: ['unknown'] },
  { action: 'delete a line', text: 'int a;\n‸int b;\n', perform: ({ press }) => press('Control+Shift+k'), leaves: 'int a;\n', stock: ['removal'], detailed: ['unknown'] },
  {
    action: 'expand an Emmet abbreviation', name: 'main.css', text: 'p { ‸ }\n',
    perform: async ({ type, run }) => {
      await type('m10');
      await run('editor.emmet.action.expandAbbreviation');
    },
    leaves: 'p { margin: 10px; }\n', stock: ['typed', 'unknown'], detailed: ['typed', 'snippet'],
  },
];
