import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { EditWay, Verbs } from './protocol.ts';

type Edit = Parameters<Verbs['edit']>[0];

/** Milliseconds between the pieces of a stream. */
const pace = 40;

/** Edits a file with each of the means that an extension has. */
export async function makeEdit(edit: Edit): Promise<void> {
  await ways[edit.way](edit);
}

const ways: Readonly<Record<EditWay, (edit: Edit) => Promise<void>>> = {
  workspaceEdit: async ({ file, at, text }) => insert(file, at, text),
  editorEdit: async ({ file, at, text }) => {
    const editor = editorOf(file);
    await editor.edit((builder) => builder.insert(editor.document.positionAt(at), text));
  },
  snippet: async ({ file, at, text }) => {
    const editor = editorOf(file);
    await editor.insertSnippet(new vscode.SnippetString(text), editor.document.positionAt(at));
  },
  stream: async ({ file, at, text }) => {
    let place = at;
    for (const piece of text.match(/\S+\s*/g) ?? []) {
      await insert(file, place, piece);
      place += piece.length;
      await new Promise((done) => setTimeout(done, pace));
    }
  },
  characters: async ({ file, at, text }) => {
    for (let index = 0; index < text.length; index += 1) await insert(file, at + index, text.charAt(index));
  },
  fileSystem: async ({ file, text }) => {
    await vscode.workspace.fs.writeFile(vscode.Uri.file(file), Buffer.from(text));
  },
};

async function insert(file: string, at: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(vscode.Uri.file(file), positionIn(file, at), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`the edit of ${file} was refused`);
}

/** A closed file is read here: openTextDocument would keep it open for minutes. */
export function positionIn(file: string, at: number): vscode.Position {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file);
  if (document !== undefined) return document.positionAt(at);
  const before = readFileSync(file, 'utf8').slice(0, at).split('\n');
  return new vscode.Position(before.length - 1, before.at(-1)!.length);
}

function editorOf(file: string): vscode.TextEditor {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === file);
  if (editor === undefined) throw new Error(`no editor shows ${file}`);
  return editor;
}
