import * as vscode from 'vscode';
import { makeEdit, positionIn } from './edits.ts';
import type { Document, Verbs } from './protocol.ts';

type Promised = { readonly [Verb in keyof Verbs]: (asked: Parameters<Verbs[Verb]>[0]) => Promise<ReturnType<Verbs[Verb]>> };

const patience = 25_000;

/** The verbs of the protocol, done with the public API. */
export function createVerbs(): Promised {
  let last = Date.now();
  const changes: Record<string, number> = {};
  vscode.window.onDidChangeTextEditorSelection(() => { last = Date.now(); });
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    last = Date.now();
    const { scheme, fsPath } = document.uri;
    if (scheme === 'file' && contentChanges.length > 0) changes[fsPath] = (changes[fsPath] ?? 0) + 1;
  });

  return {
    open: async ({ file, from, to = from }) => {
      const selection = new vscode.Selection(positionIn(file, from), positionIn(file, to));
      // Not openTextDocument: it keeps the document for minutes after its editor was closed.
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file), { preview: false, selection });
      await until(() => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.fsPath === file && editor.selection.isEqual(selection);
      }, `${file} is not shown, or its caret elsewhere`);
      return look(file);
    },
    look: async ({ file }) => look(file),
    run: async ({ command, args = [] }) => {
      await vscode.commands.executeCommand(command, ...args.map((arg) => (command === 'vscode.open' ? vscode.Uri.file(String(arg)) : arg)));
      return null;
    },
    quiet: async ({ milliseconds }) => {
      last = Date.now();
      await until(() => Date.now() - last >= milliseconds, 'changes do not cease');
      return null;
    },
    changes: async () => changes,
    set: async ({ name, value }) => {
      await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
      return null;
    },
    edit: async (asked) => {
      await makeEdit(asked);
      return null;
    },
    close: async ({ folder }) => {
      const below = (): vscode.TextDocument[] => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'file' && uri.fsPath.startsWith(folder));
      // A dirty one would be asked about, and nobody answers.
      for (const document of below()) if (document.isDirty && !(await document.save())) throw new Error(`${document.uri.fsPath} could not be saved`);
      await until(() => below().every(({ isDirty }) => !isDirty), `documents below ${folder} stay unsaved`);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await until(() => below().length === 0, `documents below ${folder} stay open`);
      return null;
    },
    giveUp: async () => {
      for (let left = 20; vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0) && left > 0; left -= 1) {
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
      return null;
    },
  };
}

function look(file: string): Document {
  const document = vscode.workspace.textDocuments.find(({ uri }) => ['file', 'vscode-notebook-cell'].includes(uri.scheme) && uri.fsPath === file);
  if (document === undefined) throw new Error(`${file} is not open`);
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const selections = editor?.selections.map(({ anchor, active }) => [document.offsetAt(anchor), document.offsetAt(active)] as const) ?? [];
  return { text: document.getText(), dirty: document.isDirty, selections };
}

async function until(good: () => boolean, otherwise: string): Promise<void> {
  for (const started = Date.now(); !good(); await new Promise((done) => setTimeout(done, 20))) {
    if (Date.now() - started > patience) throw new Error(`${otherwise} after ${patience / 1000} s`);
  }
}
