import * as vscode from 'vscode';
import { commitScheme } from './names.ts';
import type { Projects } from './projects.ts';

/** A file as a commit has it. `revision` null stands for "there was none": an empty document. */
export interface CommitFile {
  readonly root: string;
  /** `<id>` or `<id>^`. */
  readonly revision: string | null;
  /** Relative to the repository, `/` between parts. */
  readonly path: string;
}

const revisions = /^[0-9a-f]{40,64}\^?$/;

/** The address of a file of a commit, as a read-only document. */
export function commitUri({ root, revision, path }: CommitFile): vscode.Uri {
  return vscode.Uri.from({ scheme: commitScheme, path: `/${path}`, query: JSON.stringify({ root, revision }) });
}

/** Serves files of commits, from the worker; what git has none of is an empty document. */
export function registerCommitDocuments(projects: Projects): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(commitScheme, {
    provideTextDocumentContent: async (uri) => {
      const { root, revision } = JSON.parse(uri.query) as Pick<CommitFile, 'root' | 'revision'>;
      if (revision === null || !revisions.test(revision)) return '';
      return (await projects.ask('fileAt', root, { revision, path: uri.path.slice(1) })) ?? '';
    },
  });
}
