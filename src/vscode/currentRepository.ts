import * as vscode from 'vscode';
import type { OpenRepository, Repositories } from './repositories.ts';

export interface CurrentRepository extends vscode.Disposable {
  /** The one that views and commands are about; null when none is open. */
  readonly get: () => OpenRepository | null;
  readonly choose: (root: string) => void;
  readonly onDidChange: vscode.Event<void>;
}

/** The repository the person chose, or else the one of the file being edited, or else the first. */
export function followCurrentRepository(repositories: Repositories): CurrentRepository {
  const changed = new vscode.EventEmitter<void>();
  let chosen: string | null = null;
  let edited: string | null = null;

  const get = (): OpenRepository | null => {
    const all = repositories.all();
    return all.find(({ root }) => root === chosen) ?? all.find(({ root }) => root === edited) ?? all[0] ?? null;
  };
  const change = (work: () => void): void => {
    const before = get()?.root;
    work();
    if (get()?.root !== before) changed.fire();
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (editor?.document.uri.scheme !== 'file') return;
    const { fsPath } = editor.document.uri;
    change(() => (edited = repositories.containing(fsPath)?.root ?? edited));
  };
  const listeners = [vscode.window.onDidChangeActiveTextEditor(follow), repositories.onDidChange(() => changed.fire()), changed];
  follow(vscode.window.activeTextEditor);
  return {
    get,
    choose: (root) => change(() => (chosen = root)),
    onDidChange: changed.event,
    dispose: () => void vscode.Disposable.from(...listeners).dispose(),
  };
}
