import type { SignalRow } from '../signalRow.ts';
import { appears } from '../../harness/stage.ts';

const given = 'int by_an_extension = 1;\n';
const main = 'int a;\n‸int b;\n';
const at = 'int a;\n'.length;

/** Edits by another extension. Agents in the editor that keep no record with it are seen in these ways alone. */
export const extensionRows: readonly SignalRow[] = [
  { action: 'WorkspaceEdit by an extension, open file', text: main, perform: ({ edit }) => edit('workspaceEdit', 0, given), leaves: `${given}int a;\nint b;\n`, stock: ['unknown'], detailed: ['unknown'] },
  { action: 'WorkspaceEdit by an extension at the caret', text: main, perform: ({ edit }) => edit('workspaceEdit', at, given), leaves: `int a;\n${given}int b;\n`, stock: ['unknown'], detailed: ['unknown'] },
  {
    action: 'WorkspaceEdit by an extension, keys observed', text: main,
    perform: async ({ set, edit, quiet }) => {
      await set('aiNetValue.observeInlineAccept', true);
      await edit('workspaceEdit', at, given);
      await quiet();
      await set('aiNetValue.observeInlineAccept', false);
    },
    leaves: `int a;\n${given}int b;\n`, stock: ['unknown'], detailed: ['unknown'],
  },
  { action: 'WorkspaceEdit by an extension, closed file', closed: true, text: main, perform: ({ edit }) => edit('workspaceEdit', 0, given), leaves: `${given}int a;\nint b;\n`, stock: ['hiddenEdit'], detailed: ['unknown'] },
  { action: 'edit of the editor by an extension', text: main, perform: ({ edit }) => edit('editorEdit', at, given), leaves: `int a;\n${given}int b;\n`, stock: ['unknown'], detailed: ['unknown'] },
  { action: 'snippet by an extension', text: main, perform: ({ edit }) => edit('snippet', at, 'int ${1:name};\n'), leaves: 'int a;\nint name;\nint b;\n', stock: ['unknown'], detailed: ['snippet'] },
  { action: 'single characters streamed by an extension', text: main, perform: ({ edit }) => edit('characters', at, 'x=1;'), leaves: 'int a;\nx=1;int b;\n', stock: ['unknown'], detailed: ['unknown'] },
  {
    action: 'agent in the editor streams into an open file', text: main, perform: ({ edit }) => edit('stream', at, 'int answer = total / count;\n'),
    leaves: 'int a;\nint answer = total / count;\nint b;\n', stock: ['unknown'], detailed: ['unknown'], ai: true, emulated: true,
  },
  {
    action: 'agent in the editor edits a closed file', closed: true, text: main, perform: ({ edit }) => edit('stream', at, 'int answer = total / count;\n'),
    leaves: 'int a;\nint answer = total / count;\nint b;\n', stock: ['hiddenEdit'], detailed: ['unknown'], ai: true, emulated: true,
  },
  { action: 'agent in the editor writes a closed file', closed: true, text: main, perform: ({ edit }) => edit('fileSystem', 0, given), leaves: given, stock: [], detailed: [], ai: true, emulated: true },
  {
    action: 'agent in the editor writes an open file', text: main,
    perform: async (stage) => {
      await stage.edit('fileSystem', 0, given);
      await appears(stage, given);
    },
    leaves: given, stock: ['reload'], detailed: ['reload'], ai: true, emulated: true,
  },
];
