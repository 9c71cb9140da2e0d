import * as vscode from 'vscode';
import { indented, method, nextEdit, suggestion, word } from './offered.ts';

const everyFile: vscode.DocumentFilter = { scheme: 'file' };

/** What language extensions and completion extensions offer, offered where a test's text asks for it. */
export function registerProviders(): vscode.Disposable[] {
  return [
    vscode.languages.registerInlineCompletionItemProvider([everyFile, { scheme: 'vscode-notebook-cell' }], { provideInlineCompletionItems: inlineItems }),
    vscode.languages.registerCompletionItemProvider(everyFile, { provideCompletionItems: suggestItems }),
    vscode.languages.registerDocumentFormattingEditProvider(everyFile, { provideDocumentFormattingEdits: formatted }),
    vscode.languages.registerRenameProvider(everyFile, { provideRenameEdits: renamed }),
    vscode.languages.registerCodeActionsProvider(everyFile, { provideCodeActions: quickFix }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  ];
}

/** Where a line ends with what is asked for, and nowhere else. */
function inlineItems(document: vscode.TextDocument, position: vscode.Position): vscode.InlineCompletionItem[] {
  const before = document.lineAt(position).text.slice(0, position.character);
  if (before.endsWith(suggestion.asked)) return [new vscode.InlineCompletionItem(suggestion.given, new vscode.Range(position, position))];
  if (document.getText().startsWith(indented.asked) && before === '') return [new vscode.InlineCompletionItem(indented.given, new vscode.Range(position, position))];
  const found = document.getText().indexOf(nextEdit.wrong);
  if (found < 0 || !document.getText().includes(nextEdit.asked)) return [];
  const range = new vscode.Range(document.positionAt(found), document.positionAt(found + nextEdit.wrong.length));
  // Proposed: what the package of the actor declares.
  return [Object.assign(new vscode.InlineCompletionItem(nextEdit.right, range), { isInlineEdit: true, showRange: new vscode.Range(0, 0, document.lineCount, 0) })];
}

/** Nothing where neither is asked for: the editor offers words of the file only where no extension offers anything. */
function suggestItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const before = document.lineAt(position).text.slice(0, position.character);
  if (/\bz+$/.test(before)) return [new vscode.CompletionItem(word, vscode.CompletionItemKind.Text)];
  if (!/\.\w*$/.test(before)) return [];
  const call = new vscode.CompletionItem(method.label, vscode.CompletionItemKind.Method);
  call.insertText = new vscode.SnippetString(method.snippet);
  return [call];
}

/** Two spaces become one, as a formatter that only moves white space does; `,` gets one behind it. */
function formatted(document: vscode.TextDocument): vscode.TextEdit[] {
  return [...document.getText().matchAll(/(?<=\S) {2,}(?=\S)|(?<=,)(?=\S)/g)].map((found) =>
    vscode.TextEdit.replace(new vscode.Range(document.positionAt(found.index), document.positionAt(found.index + found[0].length)), ' '));
}

function renamed(document: vscode.TextDocument, position: vscode.Position, name: string): vscode.WorkspaceEdit {
  const range = document.getWordRangeAtPosition(position);
  const edit = new vscode.WorkspaceEdit();
  if (range === undefined) return edit;
  for (const found of document.getText().matchAll(new RegExp(`\\b${document.getText(range)}\\b`, 'g'))) {
    edit.replace(document.uri, new vscode.Range(document.positionAt(found.index), document.positionAt(found.index + found[0].length)), name);
  }
  return edit;
}

function quickFix(document: vscode.TextDocument): vscode.CodeAction[] {
  const action = new vscode.CodeAction('Include the header', vscode.CodeActionKind.QuickFix);
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, new vscode.Position(0, 0), '#include "garden.h"\n');
  return [action];
}
