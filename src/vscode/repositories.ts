import { basename, sep } from 'node:path';
import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';
import { type GitApi, gitExtension } from './gitExtension.ts';
import { type GitFolders, gitFoldersOf } from './gitFolders.ts';

export interface OpenRepository extends GitFolders {
  readonly name: string;
}

export interface Repositories extends vscode.Disposable {
  readonly all: () => readonly OpenRepository[];
  /** The innermost open repository that a file lies in. */
  readonly containing: (file: string) => OpenRepository | null;
  readonly onDidChange: vscode.Event<void>;
  /** Whether anyone looked for repositories yet, and when the first look ended. */
  readonly looked: () => boolean;
  readonly onDidLook: vscode.Event<void>;
  /** HEAD of this repository moved, as the git extension saw it: slower than the watchers, but it also works where they don't. */
  readonly onDidMoveHead: vscode.Event<OpenRepository>;
  /** Null until the git extension is there, and where it is not. */
  readonly git: () => GitApi | null;
  /** Looks for repositories for the first time. Nothing is looked at before. */
  readonly start: () => Promise<void>;
}

/** The repositories of the workspace folders, and those the git extension opened beside them. Runs no git. */
export function openRepositories(logger: Logger): Repositories {
  const changed = new vscode.EventEmitter<void>();
  const moved = new vscode.EventEmitter<OpenRepository>();
  const ended = new vscode.EventEmitter<void>();
  const listeners: vscode.Disposable[] = [changed, moved, ended];
  let looked = false;
  const heads = new Map<string, vscode.Disposable>();
  let found: readonly OpenRepository[] = [];
  let git: GitApi | null = null;
  let started: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
    const opened = git?.repositories.map(({ rootUri }) => rootUri.fsPath) ?? [];
    const byRoot = new Map<string, OpenRepository>();
    for (const folder of [...folders, ...opened]) {
      const repository = await gitFoldersOf(folder);
      if (repository !== null) byRoot.set(repository.root, { ...repository, name: basename(repository.root) });
    }
    const before = found.map(({ root }) => root).join('\n');
    found = [...byRoot.values()];
    if (found.map(({ root }) => root).join('\n') !== before) changed.fire();
    if (looked) return;
    looked = true;
    ended.fire();
  };
  const lookAgain = (): void => void look().catch((error: unknown) => logger.error('looking for repositories failed', error));

  const listenToGit = async (): Promise<void> => {
    git = await gitExtension(logger);
    if (git === null) return;
    for (const repository of git.repositories) heads.set(repository.rootUri.fsPath, followHead(repository.rootUri.fsPath));
    listeners.push(
      git.onDidOpenRepository(({ rootUri }) => {
        heads.set(rootUri.fsPath, followHead(rootUri.fsPath));
        lookAgain();
      }),
      git.onDidCloseRepository(({ rootUri }) => {
        heads.get(rootUri.fsPath)?.dispose();
        heads.delete(rootUri.fsPath);
        lookAgain();
      }),
    );
    await look();
  };

  /** `state.onDidChange` fires for every refresh of the status: only a new commit at HEAD counts. */
  const followHead = (root: string): vscode.Disposable => {
    const repository = git?.repositories.find(({ rootUri }) => rootUri.fsPath === root);
    if (repository === undefined) return new vscode.Disposable(() => undefined);
    let head = repository.state.HEAD?.commit;
    return repository.state.onDidChange(() => {
      if (repository.state.HEAD?.commit === head) return;
      head = repository.state.HEAD?.commit;
      const known = found.find((one) => one.root === root);
      if (known !== undefined) moved.fire(known);
    });
  };

  return {
    all: () => found,
    containing: (file) =>
      found.filter(({ root }) => file === root || file.startsWith(root.endsWith(sep) ? root : root + sep)).toSorted((a, b) => b.root.length - a.root.length)[0] ?? null,
    onDidChange: changed.event,
    looked: () => looked,
    onDidLook: ended.event,
    onDidMoveHead: moved.event,
    git: () => git,
    start: () => {
      if (started === null) {
        listeners.push(vscode.workspace.onDidChangeWorkspaceFolders(lookAgain));
        started = look();
        void started.then(listenToGit).catch((error: unknown) => logger.error('listening to the git extension failed', error));
      }
      return started;
    },
    dispose: () => {
      for (const one of [...listeners, ...heads.values()]) one.dispose();
    },
  };
}
