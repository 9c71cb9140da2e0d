import type { ReadModel } from '../model/readModel.ts';
import type { EditorFacts, SidebarState } from '../model/sidebarState.ts';
import type { OpenRepository } from './repositories.ts';
import type { RepositoryView } from './readModelStore.ts';

export interface SidebarFacts {
  readonly trusted: boolean;
  readonly folderOpen: boolean;
  /** Whether repositories were looked for yet. */
  readonly looked: boolean;
  readonly repositories: readonly OpenRepository[];
  readonly current: OpenRepository | null;
  readonly view: RepositoryView | null;
  /** Scans start by themselves. */
  readonly automatic: boolean;
  /** The person may be asked what a week felt like. */
  readonly askWeekly: boolean;
  readonly machine: string;
  readonly editor: EditorFacts;
}

/** What the sidebar shows. */
export function sidebarStateOf({ trusted, folderOpen, looked, repositories, current, view, automatic, askWeekly, machine, editor }: SidebarFacts): SidebarState {
  if (!trusted) return { kind: 'restricted' };
  if (current === null || view === null) {
    return looked || !folderOpen ? { kind: 'norepo', folderOpen } : { kind: 'scanning', repositories: [], root: '', progress: null };
  }
  const base = { repositories: repositories.map(({ root, name }) => ({ root, name })), root: current.root };
  // What is stored before the first scan is an empty report; it is no news while the scan that fills it runs.
  const blank = view.report === null || (view.scanning && view.report.window.lastActivity === null);
  if (!blank && view.report !== null) return { kind: 'report', ...base, report: askWeekly ? view.report : unasked(view.report), progress: view.scanning ? view.progress : null, problem: view.problem, machine, editor };
  if (view.problem !== null && !view.scanning) return { kind: 'error', ...base, message: view.problem };
  return (automatic && !view.stopped) || view.scanning ? { kind: 'scanning', ...base, progress: view.progress } : { kind: 'waiting', ...base };
}

/** Who is never asked sees every week at once. */
function unasked(report: ReadModel): ReadModel {
  return { ...report, value: { ...report.value, question: null } };
}
