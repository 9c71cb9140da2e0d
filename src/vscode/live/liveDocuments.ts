import { sep } from 'node:path';
import * as vscode from 'vscode';
import type { LiveDocument } from '../../capture/live/liveCapture.ts';
import type { Repositories } from '../repositories.ts';

/** Which documents are looked at. */
export interface LiveDocuments extends vscode.Disposable {
  /** Null for what is no file of a repository: settings, output, a commit message. Asked for every key. */
  readonly of: (document: vscode.TextDocument) => LiveDocument | null;
  /** The open document of a file. */
  readonly named: (file: string) => LiveDocument | null;
}

/** @param wanted whether anything is looked at */
export function liveDocuments(repositories: Repositories, wanted: () => boolean): LiveDocuments {
  let known = new WeakMap<vscode.TextDocument, LiveDocument | 'none'>();
  const find = (document: vscode.TextDocument): LiveDocument | 'none' => {
    if (document.uri.scheme !== 'file') return 'none';
    const file = document.uri.fsPath;
    const repository = repositories.containing(file);
    if (repository === null || [repository.gitDir, repository.commonDir].some((folder) => file.startsWith(folder + sep))) return 'none';
    return { file, root: repository.root, text: () => document.getText(), isDirty: () => document.isDirty };
  };
  const listener = repositories.onDidChange(() => {
    known = new WeakMap();
  });
  const of: LiveDocuments['of'] = (document) => {
    if (!wanted()) return null;
    let found = known.get(document);
    if (found === undefined) {
      found = find(document);
      known.set(document, found);
    }
    return found === 'none' ? null : found;
  };
  return {
    of,
    named(file) {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file);
      return document === undefined ? null : of(document);
    },
    dispose: () => void listener.dispose(),
  };
}
