import * as vscode from 'vscode';
import type { ProgressStep } from '../model/project.ts';
import type { ReadModel } from '../model/readModel.ts';

/** What is known of one repository right now. */
export interface RepositoryView {
  /** Null until the first report. */
  readonly report: ReadModel | null;
  readonly scanning: boolean;
  /** Nothing more comes by itself: the first scan was cancelled, or what it found was erased. */
  readonly stopped: boolean;
  readonly progress: ProgressStep | null;
  /** Why the figures could not be brought up to date, for people; null when they are. */
  readonly problem: string | null;
}

const nothing: RepositoryView = { report: null, scanning: false, stopped: false, progress: null, problem: null };

export interface ReadModelStore extends vscode.Disposable {
  readonly get: (root: string) => RepositoryView;
  readonly update: (root: string, change: Partial<RepositoryView>) => void;
  /** Forgets every report, after everything stored was erased; nothing comes back by itself. */
  readonly clear: () => void;
  /** The root of the repository that changed. */
  readonly onDidChange: vscode.Event<string>;
}

/** The last read model of each repository, in memory only: the ledger is what keeps. */
export function createReadModelStore(): ReadModelStore {
  const views = new Map<string, RepositoryView>();
  const changed = new vscode.EventEmitter<string>();
  return {
    get: (root) => views.get(root) ?? nothing,
    update: (root, change) => {
      views.set(root, { ...(views.get(root) ?? nothing), ...change });
      changed.fire(root);
    },
    clear: () => {
      const roots = [...views.keys()];
      for (const root of roots) views.set(root, { ...nothing, stopped: true });
      for (const root of roots) changed.fire(root);
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
