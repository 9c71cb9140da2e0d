import * as vscode from 'vscode';
import type { LiveCapture } from '../../capture/live/liveCapture.ts';
import { contextKeys, innerCommands } from '../names.ts';

/**
 * What the keys that accept inline suggestions run behind VS Code's own command, once the person has switched that
 * on. VS Code's command comes first and in the same moment as without us, so that keys pressed right behind find what
 * they always found; the change it made is the last one told when ours runs.
 *
 *     key ─► VS Code's command ─► change of the document ─► ours: that was an accept
 */
export function registerAcceptCommands(accepted: LiveCapture['accepted']): vscode.Disposable {
  const note = (id: string, how: 'whole' | 'word'): vscode.Disposable =>
    vscode.commands.registerCommand(id, () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document !== undefined) accepted(document.uri.fsPath, how, Date.now());
    });
  // Until there is someone to run them, the keys are left alone.
  const tellKeys = (observing: boolean): void => void vscode.commands.executeCommand('setContext', contextKeys.observing, observing);
  tellKeys(true);
  return vscode.Disposable.from(
    note(innerCommands.acceptedInline, 'whole'),
    note(innerCommands.acceptedInlineWord, 'word'),
    new vscode.Disposable(() => tellKeys(false)),
  );
}
