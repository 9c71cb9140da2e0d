import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

const id = 'ai-net-value.ai-net-value';

/** Lines typed by hand that the ledger holds, by path. */
async function typedLines(): Promise<readonly (readonly [path: string, lines: number])[]> {
  const { DatabaseSync } = await import('node:sqlite');
  const state = process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state');
  const database = new DatabaseSync(join(state, 'ai-net-value/ledger.sqlite'), { readOnly: true });
  try {
    // the extension may be writing at this moment
    database.exec('PRAGMA busy_timeout = 10000');
    const rows = database
      .prepare("SELECT path.text AS path, lines FROM contribution JOIN path ON path.id = contribution.path JOIN name ON name.id = contribution.source WHERE name.text = 'hand' ORDER BY at")
      .all() as unknown as { readonly path: string; readonly lines: number }[];
    return rows.map(({ path, lines }) => [path, lines]);
  } finally {
    database.close();
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

describe('lines typed in an editor', function () {
  this.timeout(90_000);
  const root = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@fernwater.example', ...args], { cwd: root(), encoding: 'utf8' });

  it('are told to the ledger with the commit that holds them, and reading what was there is not typing', async () => {
    await vscode.extensions.getExtension(id)!.activate();
    await wait(6000);
    const file = join(root(), 'typedByHand.ts');
    writeFileSync(file, 'const before = 1;\n');
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await wait(500);
    for (const character of 'const typed = 2;') await vscode.commands.executeCommand('type', { text: character });
    await editor.document.save();
    assert.ok(editor.document.getText().includes('const typed = 2;'));
    git('add', 'typedByHand.ts');
    git('commit', '--quiet', '--message', 'Type a line');
    const own = async (): Promise<unknown> => (await typedLines()).filter(([path]) => path === 'typedByHand.ts');
    for (let left = 60; left > 0 && JSON.stringify(await own()) === '[]'; left--) await wait(250);
    assert.deepEqual(await own(), [['typedByHand.ts', 1]]);
    git('reset', '--quiet', '--hard', 'HEAD~1');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('and AI code that was never on the screen is counted until it was', async () => {
    const api = (await vscode.extensions.getExtension(id)!.activate()) as { sidebarState: () => { editor?: { unseen: { lines: number } | null } } };
    const unseen = (): number | null => api.sidebarState().editor?.unseen?.lines ?? null;
    for (let left = 60; left > 0 && unseen() === null; left--) await wait(250);
    const before = unseen();
    assert.ok(before !== null && before > 0, String(before));
    const files = git('ls-files', '--others', '--modified', '--exclude-standard').trim().split('\n');
    for (const file of files) {
      await vscode.window.showTextDocument(vscode.Uri.file(join(root(), file)));
      for (let left = 30; left > 0 && unseen() === before; left--) await wait(500);
      if (unseen()! < before) return;
    }
    assert.fail(`${files.join(', ')} were on the screen, and still ${unseen()} lines count as never seen`);
  });
});
