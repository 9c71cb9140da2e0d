import { renameSync, writeFileSync } from 'node:fs';
import type { SignalRow } from '../signalRow.ts';
import { appears } from '../../harness/stage.ts';

const main = 'int a;\n‸int b;\n';
const before = 'int a;\nint b;\n';
const after = `${before}int by_a_program;\n`;

/** What other programs write: agents in a terminal, formatters, anyone. */
export const diskRows: readonly SignalRow[] = [
  {
    action: 'agent in a terminal writes an open file', text: main,
    perform: async (stage) => {
      stage.write(after);
      await appears(stage, after);
    },
    leaves: after, stock: ['reload'], detailed: ['reload'], ai: true, emulated: true,
  },
  {
    action: 'agent in a terminal replaces an open file', text: main,
    perform: async (stage) => {
      writeFileSync(stage.path('main.tmp'), after);
      renameSync(stage.path('main.tmp'), stage.path());
      await appears(stage, after);
    },
    leaves: after, stock: ['reload'], detailed: ['reload'], ai: true, emulated: true,
  },
  {
    action: 'agent in a terminal writes a closed file', closed: true, text: main, perform: async ({ write, quiet }) => {
      write(after);
      await quiet(600);
    },
    leaves: after, stock: [], detailed: [], ai: true, emulated: true,
  },
  {
    action: 'a program writes a file with unsaved changes, and these are given up', text: main,
    perform: async (stage) => {
      await stage.type('x');
      stage.write(after);
      await stage.quiet(600);
      await stage.run('workbench.action.files.revert');
      await appears(stage, after);
    },
    leaves: after, stock: ['typed', 'reload'], detailed: ['typed', 'reload'],
  },
  {
    action: 'give up unsaved changes', text: main,
    perform: async (stage) => {
      await stage.type('x');
      await stage.quiet();
      await stage.run('workbench.action.files.revert');
      await appears(stage, before);
    },
    leaves: before, stock: ['typed', 'revert'], detailed: ['typed', 'revert'],
  },
];
