import type { SignalRow } from '../signalRow.ts';

/** What language extensions do on request, and what saving does. */
export const languageRows: readonly SignalRow[] = [
  { action: 'format the document', text: 'int  a,b;‸\n', perform: ({ press }) => press('Control+Shift+i'), leaves: 'int a, b;\n', stock: ['whitespace'], detailed: ['format'], detailedOnFloor: ['unknown'] },
  {
    action: 'rename a symbol', text: 'int ol‸d = 1;\nint b = old;\n',
    perform: async ({ press, see, type }) => {
      await press('F2');
      // The name is selected in it.
      await see('.rename-box input:focus');
      await type('better');
      await press('Enter');
    },
    leaves: 'int better = 1;\nint b = better;\n', stock: ['unknown'], detailed: ['rename'],
  },
  {
    action: 'code action', text: 'int a = bed‸();\n',
    // The preferred one, without a list to choose from. Its key holds only while the editor has heard which kinds of actions there are.
    perform: ({ run }) => run('editor.action.autoFix'),
    leaves: '#include "garden.h"\nint a = bed();\n', stock: ['unknown'], detailed: ['codeAction'],
  },
  {
    action: 'save', text: 'int a‸;\n',
    perform: async ({ type, press }) => {
      await type('b');
      await press('Control+s');
    },
    leaves: 'int ab;\n', stock: ['typed'], detailed: ['typed'],
  },
  {
    action: 'save that trims white space', name: 'main.py', text: 'a = 1   \nb = 2‸\n',
    perform: async ({ type, press }) => {
      await type('3');
      await press('Control+s');
    },
    leaves: 'a = 1\nb = 23\n', stock: ['typed', 'removal'], detailed: ['typed', 'unknown'],
  },
  {
    action: 'save that formats', name: 'main.cpp', text: 'int  a,b;\n‸\n',
    perform: async ({ type, press }) => {
      await type('x');
      await press('Control+s');
    },
    leaves: 'int a, b;\nx\n', stock: ['typed', 'whitespace'], detailed: ['typed', 'format'], detailedOnFloor: ['typed', 'unknown'],
  },
];
