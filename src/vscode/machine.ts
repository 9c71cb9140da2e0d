import * as vscode from 'vscode';

/** Where this side of VS Code runs and the ledger lies, for people: WSL, remotes and containers each have their own. */
export function machineName(): string {
  const remote = vscode.env.remoteName;
  if (remote === undefined || vscode.env.uiKind === vscode.UIKind.Web) return 'this machine';
  if (remote === 'wsl') return 'this WSL distribution';
  return /container/.test(remote) ? 'this container' : `the remote machine (${remote})`;
}
