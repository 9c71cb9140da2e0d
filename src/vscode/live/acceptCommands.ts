import * as vscode from 'vscode';
import type { LiveCapture } from '../../capture/live/liveCapture.ts';
import { innerCommands } from '../names.ts';

/**
 * The commands behind the keys that accept inline suggestions, once the person has switched that on: each runs
 * VS Code's own command and does nothing else but say between which two moments. The change in between is the accept.
 */
export function registerAcceptCommands(capture: Pick<LiveCapture, 'acceptBegan' | 'acceptEnded'>): vscode.Disposable {
  const bracket = (id: string, how: 'whole' | 'word', command: string): vscode.Disposable =>
    vscode.commands.registerCommand(id, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document !== undefined) capture.acceptBegan(document.uri.fsPath, how);
      try {
        await vscode.commands.executeCommand(command);
      } finally {
        capture.acceptEnded();
      }
    });
  return vscode.Disposable.from(
    bracket(innerCommands.acceptInline, 'whole', 'editor.action.inlineSuggest.commit'),
    bracket(innerCommands.acceptInlineWord, 'word', 'editor.action.inlineSuggest.acceptNextWord'),
  );
}
