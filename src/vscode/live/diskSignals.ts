import * as vscode from 'vscode';
import type { LiveCapture } from '../../capture/live/liveCapture.ts';
import type { OpenRepository, Repositories } from '../repositories.ts';

/** Passes on writes to files, and moves of HEAD. Nothing is watched before there is a repository. */
export function registerDiskSignals(capture: Pick<LiveCapture, 'diskChanged' | 'headMoved' | 'indexLocked'>, repositories: Repositories, headMoved: (repository: OpenRepository) => void): vscode.Disposable {
  let watchers: readonly vscode.Disposable[] = [];
  const watch = (pattern: vscode.GlobPattern, happened: (uri: vscode.Uri) => void): readonly vscode.Disposable[] => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return [watcher, watcher.onDidChange(happened), watcher.onDidCreate(happened)];
  };
  const watchAgain = (): void => {
    for (const one of watchers) one.dispose();
    const all = repositories.all();
    watchers = all.length === 0 ? [] : [
      ...watch('**/*', (uri) => capture.diskChanged(uri.fsPath, Date.now())),
      ...all.flatMap((repository) => {
        const { root, gitDir } = repository;
        const moved = (): void => {
          capture.headMoved(root, Date.now());
          headMoved(repository);
        };
        const lock = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(gitDir), 'index.lock'), false, true, true);
        return [lock, lock.onDidCreate(() => capture.indexLocked(root, Date.now())), ...watch(new vscode.RelativePattern(vscode.Uri.file(gitDir), 'HEAD'), moved), ...watch(new vscode.RelativePattern(vscode.Uri.file(`${gitDir}/logs`), 'HEAD'), moved)];
      }),
    ];
  };
  watchAgain();
  const listener = repositories.onDidChange(watchAgain);
  return new vscode.Disposable(() => {
    for (const one of [listener, ...watchers]) one.dispose();
  });
}
