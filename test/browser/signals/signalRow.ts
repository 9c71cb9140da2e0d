import type { ChangeKind } from '../../../src/capture/live/signal.ts';
import type { VsCodeVersion } from '../../workbench/vscodeVersions.ts';
import type { Stage } from '../harness/stage.ts';

/**
 * One action in a real workbench, what it leaves behind, and what its changes are to be taken for. Each row has a
 * folder of its own in the repository, and is shown a file of it.
 */
export interface SignalRow {
  readonly action: string;
  /** What is in the file; `‸` stands where the caret is put, two of them around what is selected. */
  readonly text: string;
  /** What it is called; its ending chooses the language. */
  readonly name?: string;
  /** Whether it is only there, not shown. */
  readonly closed?: true;
  /** Further files of the row's folder. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What some of its files hold on a branch named as the row's folder. */
  readonly otherBranch?: Readonly<Record<string, string>>;
  readonly perform: (stage: Stage) => Promise<void>;
  /** What is in the file in the end: the proof that the action was performed. */
  readonly leaves: string;
  /** The kinds, file by file in order, without repetitions: on a stock editor, and where it tells the detailed reason. */
  readonly stock: readonly ChangeKind[];
  readonly detailed: readonly ChangeKind[];
  /** With the detailed reason of the oldest version, where that tells less. */
  readonly detailedOnFloor?: readonly ChangeKind[];
  /** The text is an AI tool's: these rows alone may come out as a kind of AI. */
  readonly ai?: true;
  /** There is no such tool in this editor: another extension, or a program, does what can be seen of it from outside. */
  readonly emulated?: true;
  /** Why it can't be performed in a version. */
  readonly missing?: (version: VsCodeVersion) => string | undefined;
}

export function branchOf({ action }: Pick<SignalRow, 'action'>): string {
  return action.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** The row's folder in the repository. */
export function folderOf(row: Pick<SignalRow, 'action'>): string {
  return `rows/${branchOf(row)}`;
}
