import type { AcceptedDay } from './acceptedDay.ts';
import type { CaptureCounts } from './captureSource.ts';
import type { Cohort, ComparisonCohort } from './cohort.ts';
import type { ContributionOutcome, GroupedBy } from './contributionOutcome.ts';
import type { FeltWeek, PaceRange } from './episode.ts';
import type { EvidenceLine } from './evidenceLine.ts';
import type { ExplainedFile, LineRecord, LineStory } from './lineStory.ts';
import type { LinesAhead } from './linesAhead.ts';
import type { Logger } from './logger.ts';
import type { Observed } from './observed.ts';
import type { Grade } from './provenance.ts';
import type { DefaultBranch } from './repository.ts';
import type { SourceState } from './sourceState.ts';
import type { WorkFacts } from './workFacts.ts';

/** How far a long piece of work got. `total` is null while unknown. */
export interface ProgressStep {
  /** For people, in the present: `Reading agent logs`. */
  readonly name: string;
  readonly done: number;
  readonly total: number | null;
}

export interface ProjectOptions {
  /** Any folder inside the repository. */
  readonly repoDir: string;
  /** Null: the user's own ledger. */
  readonly ledgerFile: string | null;
  /** Further homes with the running user's own agent logs; empty: only the user's home. */
  readonly homes: readonly string[];
  /** Further addresses this person commits under, beside the repository's `user.email`; absent: none. */
  readonly addresses?: readonly string[];
  /** The branch that counts as merged, as the person names it; absent: found by itself. */
  readonly defaultBranch?: string;
  /** Assumptions of the method that this person set, by name; absent: none. */
  readonly assumptions?: Readonly<Record<string, number>>;
  /** UTC ms that counts as now. */
  readonly asOf: number;
  readonly logger: Logger;
  readonly progress: (step: ProgressStep) => void;
}

/** Opens a repository; throws a HumanError when it is none or the ledger can't be used. */
export type OpenProject = (options: ProjectOptions) => Promise<Project>;

/** One source of provenance as `sources` and the report's coverage show it. Times are UTC ms. */
export interface SourceHealth {
  readonly id: string;
  /** For people: `Claude Code`. */
  readonly name: string;
  readonly tool: string;
  readonly grade: Grade;
  /** Anything of it was found on this machine or in this repository. */
  readonly found: boolean;
  readonly state: SourceState;
  /** Which parts of the format were seen in real files and which only in its source. */
  readonly verified: string;
  readonly files: number;
  readonly sessions: number;
  readonly counts: CaptureCounts;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly problems: readonly string[];
  /** What to do, in a sentence or two; null when there is nothing to be done. */
  readonly remedy: string | null;
}

/** Everything a report is made from, as the ledger and git hold it now. No single lines: rollups only. */
export interface ReportFacts {
  readonly repo: { readonly name: string; readonly defaultBranch: DefaultBranch | null; readonly notes: readonly string[] };
  readonly sources: readonly SourceHealth[];
  /** All of the repository's, whatever the window. */
  readonly cohorts: readonly Cohort[];
  readonly comparison: readonly ComparisonCohort[];
  /** The person's own contributions. */
  readonly outcomes: readonly ContributionOutcome[];
  readonly accepted: readonly AcceptedDay[];
  /** Keys of look groups the person dismissed, and of weeks whose question they skipped in any repository. */
  readonly dismissed: ReadonlySet<string>;
  /** What hours are told from. */
  readonly work: WorkFacts;
  /** UTC ms until which the default branch is known. */
  readonly knownUntil: number;
}

/** What one scan did. */
export interface ScanSummary {
  readonly repo: string;
  readonly steps: readonly { readonly name: string; readonly milliseconds: number; readonly found: string }[];
  readonly logs: { readonly files: number; readonly bytesRead: number; readonly sessions: number };
  readonly counts: CaptureCounts;
  readonly commitsRead: number;
  /** All that is held of this repository now. */
  readonly contributions: number;
  readonly lines: { readonly written: number; readonly effective: number; readonly committed: number; readonly merged: number; readonly alive: number; readonly pending: number; readonly unknown: number };
  /** What a person should know: a corrupt ledger set aside, a shallow clone, logs left alone. */
  readonly notes: readonly string[];
}

/** What is stored about this repository, for `data show`. */
export interface StoredData {
  readonly ledgerFile: string;
  readonly keyFile: string;
  readonly bytes: number;
  /** `what` for people: `contributions`; `holds` says which facts, in words. */
  readonly tables: readonly { readonly what: string; readonly rows: number; readonly holds: string }[];
  readonly repositories: number;
}

export interface ErasedData {
  readonly files: readonly string[];
  readonly repositories: number;
  readonly rows: number;
}

/** The ledger by itself, for questions that concern no repository. */
export interface Store extends AsyncDisposable {
  stored(): Promise<StoredData>;
  /** All of the ledger, one JSON object a line, without the final line feed. */
  exportData(): AsyncIterable<string>;
  /** Removes the ledger, its key and everything beside it. */
  erase(): Promise<ErasedData>;
}

/** Opens the ledger (null: the user's own); throws a HumanError when it can't be used. */
export type OpenStore = (options: Pick<ProjectOptions, 'ledgerFile'>) => Promise<Store>;

/** A coin that decided how a small task is done. */
export interface CoinFlip {
  readonly side: 'ai' | 'hand';
  readonly branch: string;
  /** It was flipped earlier that day: the first one stands. */
  readonly again: boolean;
}

/** One repository with its ledger: what commands, the sidebar and tests talk to. */
export interface Project extends Store {
  /** Reads what is new in logs and git. */
  scan(signal?: AbortSignal): Promise<ScanSummary>;
  /** Keeps what an editor window saw since it last told. @returns how many contributions were new */
  keepObserved(observed: Observed): Promise<number>;
  /** The lines (1-based) of a text of `file` (absolute) that are known as AI's. */
  recognise(file: string, text: string): Promise<readonly number[]>;
  linesAhead(): Promise<LinesAhead>;
  reportFacts(): Promise<ReportFacts>;
  lines(): AsyncIterable<LineRecord>;
  /** The lines of the cohorts and contributions that `wanted` says yes to: what lies behind a figure. By session, contribution and place. */
  evidence(wanted: (cohort: Cohort, contribution: GroupedBy) => boolean): AsyncIterable<EvidenceLine>;
  /** Keeps a look group away from now on. */
  dismiss(lookKey: string): Promise<void>;
  /** Keeps what a week was felt to be, asked before its estimate was shown. */
  answerWeek(felt: FeltWeek): Promise<void>;
  /** Flips a coin for the branch that is checked out, for today: whether a small task is done with AI or by hand. */
  flipCoin(): Promise<CoinFlip>;
  /** Keeps the 90 % range for 50 lines by hand that the person enters; null takes it back. */
  setPaceRange(range: PaceRange | null): Promise<void>;
  /** `file` is absolute, or relative to the folder the project was opened in. */
  explain(file: string): Promise<ExplainedFile>;
  story(file: string, line: number): Promise<LineStory>;
  sources(): Promise<readonly SourceHealth[]>;
}
