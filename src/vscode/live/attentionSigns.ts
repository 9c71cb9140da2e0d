import * as vscode from 'vscode';
import type { Attention } from '../../capture/live/attention.ts';
import type { SettledChange } from '../../capture/live/documentTracker.ts';
import type { LiveCapture, LiveDocument } from '../../capture/live/liveCapture.ts';
import type { ChangeKind } from '../../capture/live/signal.ts';
import { second } from '../../model/time.ts';
import type { Repositories } from '../repositories.ts';

/** Changes that a person makes with their own hands. */
const byHand: ReadonlySet<ChangeKind> = new Set(['typed', 'paste', 'undo', 'redo', 'suggestItem', 'editorCommand', 'inlineAccept', 'wordAccept', 'nextEdit']);
/** Of these an extension's edit looks the same, unless they happen where the caret is. */
const atCaretByHand: ReadonlySet<ChangeKind> = new Set(['removal', 'whitespace']);

/** Lines above and below a change that count as its place. */
const nearby = 2;

/** Commands of agents that work in a terminal. */
const agentCommand = /^(?:\S*[\\/])?(?:claude|codex|copilot|gemini|qwen|opencode|cursor-agent|aider|amp|droid)(?:\.\w+)?(?:\s|$)/;

/** A change was made: whether by the person, and next to AI text or not. Looked at once a second at most. */
export function editingSign(attention: Attention, hasAi: LiveCapture['hasAi']): (document: LiveDocument, change: SettledChange) => void {
  let looked = 0;
  return ({ file, root }, { kind, at, pieces, atCaret }) => {
    if (at - looked < second || !(byHand.has(kind) || (atCaret && atCaretByHand.has(kind)))) return;
    const active = vscode.window.activeTextEditor?.document;
    if (!vscode.window.state.focused || active?.uri.fsPath !== file) return;
    looked = at;
    const line = active.positionAt(pieces[0]?.offset ?? 0).line;
    const from = active.offsetAt(new vscode.Position(Math.max(0, line - nearby), 0));
    const to = active.offsetAt(new vscode.Position(line + nearby + 1, 0));
    attention.did(hasAi(file, from, to) ? 'editing ai' : 'editing own', root, at);
  };
}

/** Signs of reading a diff and of waiting for an agent, and of turning away. */
export function registerAttentionSigns(attention: Attention, repositories: Repositories, wanted: () => boolean): vscode.Disposable {
  const agents = new Map<vscode.TerminalShellExecution, string>();

  const look = (): void => {
    if (!wanted()) return;
    const at = Date.now();
    if (!vscode.window.state.focused) return attention.turnedAway(at);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputTextDiff) {
      const root = repositories.containing(input.modified.fsPath)?.root;
      if (root !== undefined) attention.did('reading diff', root, at);
      return;
    }
    attention.turnedAway(at, 'reading diff');
    const [root] = agents.values();
    if (root !== undefined && vscode.window.activeTerminal !== undefined) attention.did('waiting', root, at);
    else attention.turnedAway(at, 'waiting');
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeWindowState(look),
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeActiveTerminal(look),
    vscode.window.onDidChangeTextEditorVisibleRanges(look),
    vscode.window.onDidStartTerminalShellExecution(({ execution }) => {
      const root = agentCommand.test(execution.commandLine.value.trim()) && execution.cwd !== undefined ? repositories.containing(execution.cwd.fsPath)?.root : undefined;
      if (root === undefined) return;
      agents.set(execution, root);
      look();
    }),
    vscode.window.onDidEndTerminalShellExecution(({ execution }) => {
      if (agents.delete(execution)) look();
    }),
  );
}
