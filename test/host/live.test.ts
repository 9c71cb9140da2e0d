import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

const id = 'ai-net-value.ai-net-value';
const suggestion = 'export function fromSuggestion(litres: number): number {\n  return Math.round(litres * 100) / 100;\n}';

/** What the ledger holds of the editor, read as anyone could. */
interface Held {
  readonly contributions: readonly { readonly path: string; readonly lines: number }[];
  readonly characters: number;
  readonly unknown: number;
}

async function held(): Promise<Held> {
  const { DatabaseSync } = await import('node:sqlite');
  const state = process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state');
  const database = new DatabaseSync(join(state, 'ai-net-value/ledger.sqlite'), { readOnly: true });
  try {
    // the extension may be writing at this moment
    database.exec('PRAGMA busy_timeout = 10000');
    const contributions = database
      .prepare("SELECT path.text AS path, lines FROM contribution JOIN path ON path.id = contribution.path JOIN name ON name.id = contribution.source WHERE name.text = 'editor' ORDER BY at")
      .all() as unknown as Held['contributions'];
    const counts = database.prepare("SELECT records AS characters, unknown_records AS unknown FROM log_cursor WHERE source = 'editor'").get() as { characters: number; unknown: number } | undefined;
    return { contributions, characters: counts?.characters ?? 0, unknown: counts?.unknown ?? 0 };
  } finally {
    database.close();
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function until<Value>(ask: () => Promise<Value>, good: (value: Value) => boolean): Promise<Value> {
  for (let left = 60; ; left--) {
    const value = await ask();
    if (good(value) || left === 0) return value;
    await wait(250);
  }
}

describe('edits as they are made', function () {
  this.timeout(90_000);
  const root = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  let provider: vscode.Disposable;
  let offered = 0;

  async function open(name: string): Promise<vscode.TextEditor> {
    const file = join(root(), name);
    writeFileSync(file, 'const before = 1;\n');
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
    const { lineCount } = editor.document;
    editor.selection = new vscode.Selection(lineCount - 1, 0, lineCount - 1, 0);
    await wait(300);
    return editor;
  }

  before(async () => {
    await vscode.extensions.getExtension(id)!.activate();
    provider = vscode.languages.registerInlineCompletionItemProvider({ scheme: 'file' }, {
      provideInlineCompletionItems: (_document, position, { triggerKind }) => {
        if (triggerKind !== vscode.InlineCompletionTriggerKind.Invoke) return [];
        offered++;
        return [new vscode.InlineCompletionItem(suggestion, new vscode.Range(position, position))];
      },
    });
    // The extension looks for repositories in a quiet moment, and scans.
    await wait(6000);
  });
  after(async () => {
    provider.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('keep an inline suggestion that the own key accepted, and nothing else that came in', async () => {
    const editor = await open('liveAccepted.ts');
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await until(async () => offered, (count) => count > 0);
    await wait(700);
    await vscode.commands.executeCommand('runCommands', { commands: ['editor.action.inlineSuggest.commit', 'aiNetValue.acceptedInlineSuggestion'] });
    assert.ok(editor.document.getText().includes('fromSuggestion'), 'the command accepts as VS Code does');
    const { contributions } = await until(held, (now) => now.contributions.length > 0);
    assert.deepEqual(contributions.map(({ path, lines }) => [path, lines]), [['liveAccepted.ts', 3]]);
  });

  it('keep nothing of a snippet, an edit by an extension, a paste, and typed text', async () => {
    const before = await held();
    const editor = await open('liveOther.ts');
    await editor.insertSnippet(new vscode.SnippetString('for (const item of items) {\n\t$0\n}\n'));
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '// by an extension\nconst a = 1;\n'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), '// by a workspace edit\nconst b = 2;\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.env.clipboard.writeText('const pasted = 3;\nconst twice = 4;\n');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    for (const character of 'const t = 5;') await vscode.commands.executeCommand('type', { text: character });
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('redo');
    await wait(500);
    // The next accept hands all of it over.
    await vscode.commands.executeCommand('aiNetValue.acceptedInlineSuggestion');
    const after = await until(held, (now) => now.characters > before.characters);
    assert.deepEqual(after.contributions, before.contributions);
    assert.ok(after.unknown > before.unknown, 'what could not be told apart is counted');
    assert.ok(after.characters - after.unknown > before.characters - before.unknown, 'and what was typed is told apart');
  });

  it('keep nothing of what is written to an open file from outside', async () => {
    const before = await held();
    const editor = await open('liveReloaded.ts');
    writeFileSync(editor.document.uri.fsPath, `const before = 1;\n${suggestion}\n`);
    await until(async () => editor.document.getText(), (text) => text.includes('fromSuggestion'));
    await wait(500);
    await vscode.commands.executeCommand('aiNetValue.acceptedInlineSuggestion');
    await wait(6000);
    assert.deepEqual((await held()).contributions, before.contributions);
  });
});
