import type { PaceRange } from '../../model/episode.ts';
import type { EvidenceLine } from '../../model/evidenceLine.ts';
import type { LinesAhead } from '../../model/linesAhead.ts';
import type { LineStory } from '../../model/lineStory.ts';
import type { Observed } from '../../model/observed.ts';
import type { ErasedData, ProgressStep, ScanSummary, StoredData } from '../../model/project.ts';
import type { ReadModel } from '../../model/readModel.ts';
import type { EvidenceFilter } from '../../model/readModelParts.ts';

/** Which repository a call is about, and how it is opened. */
export interface ProjectAddress {
  readonly repoDir: string;
  /** Null: the user's own. */
  readonly ledgerFile: string | null;
  readonly homes: readonly string[];
  readonly addresses: readonly string[];
  /** Empty: found by itself. */
  readonly defaultBranch: string;
  /** Assumptions that the person set, by name. */
  readonly assumptions: Readonly<Record<string, number>>;
  /** Kept in the ledger from now on; null leaves what is kept. */
  readonly paceRange: PaceRange | null;
}

/** What the worker can be asked for, and what it answers. All of it survives a structured clone. */
export interface WorkerCalls {
  /** The read model from what is stored, without reading logs or history. */
  report: { readonly ask: object; readonly answer: ReadModel };
  /** Reads what is new, then the read model. */
  scan: { readonly ask: object; readonly answer: { readonly summary: ScanSummary; readonly report: ReadModel } };
  /** The lines of any of the filters, as seen by the report whose window is given. */
  evidence: { readonly ask: EvidenceAsk; readonly answer: readonly EvidenceLine[] };
  story: { readonly ask: { readonly file: string; readonly line: number }; readonly answer: LineStory };
  markdown: { readonly ask: object; readonly answer: string };
  html: { readonly ask: object; readonly answer: string };
  /** A file as a revision (`<id>` or `<id>^`) has it; null when it has none of that name, or one too large to show. */
  fileAt: { readonly ask: { readonly revision: string; readonly path: string }; readonly answer: string | null };
  dismiss: { readonly ask: { readonly key: string }; readonly answer: ReadModel };
  /** Keeps what a week felt like, or (null) that it was skipped. `week`: its Monday, UTC ms. */
  answerWeek: { readonly ask: { readonly week: number; readonly answer: { readonly saved: number; readonly fixing: number } | null }; readonly answer: ReadModel };
  /** Takes back the pace that the person entered. */
  clearPaceRange: { readonly ask: object; readonly answer: ReadModel };
  stored: { readonly ask: object; readonly answer: StoredData };
  /** Keeps what the editor saw, and answers how many contributions were new. */
  keepObserved: { readonly ask: Observed; readonly answer: number };
  /** AI lines of the working tree that no remote has yet. */
  linesAhead: { readonly ask: object; readonly answer: LinesAhead };
  /** The lines (1-based) of a text of a file that are known as AI's. */
  recognise: { readonly ask: { readonly file: string; readonly text: string }; readonly answer: readonly number[] };
  erase: { readonly ask: object; readonly answer: ErasedData };
}

export interface EvidenceAsk {
  readonly filters: readonly EvidenceFilter[];
  /** Of the report the figures stand in, UTC ms: so the lines are those the figure counted, whatever the time is now. */
  readonly seen: { readonly since: number; readonly until: number; readonly knownUntil: number; readonly asOf: number };
}

export type CallName = keyof WorkerCalls;
export type Ask<Name extends CallName> = WorkerCalls[Name]['ask'];
export type Answer<Name extends CallName> = WorkerCalls[Name]['answer'];

export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly name: CallName; readonly address: ProjectAddress; readonly ask: object }
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: CallFailure }
  | { readonly type: 'progress'; readonly id: number; readonly step: ProgressStep }
  | { readonly type: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string };

/** An error on its way between threads. */
export interface CallFailure {
  /** `human`: the message is for people. `aborted`: it was cancelled. `bug`: everything else. */
  readonly kind: 'human' | 'aborted' | 'bug';
  readonly message: string;
  readonly stack: string | null;
}
