import type { CommitId } from './commit.ts';
import type { Cause, Fate, Stage, Tier } from './fate.ts';
import type { Grade, Origin } from './provenance.ts';

/** A line of a file at HEAD and where it came from: one entry of `explain FILE --json`. */
export interface ExplainedLine {
  /** 1-based. */
  readonly line: number;
  readonly origin: Origin;
  readonly grade: Grade | null;
  readonly contribution: string | null;
  readonly tool: string | null;
  readonly mine: boolean | null;
  /** Where the line was first committed, as far as known. */
  readonly commit: CommitId | null;
}

export interface ExplainedFile {
  readonly path: string;
  readonly lines: readonly ExplainedLine[];
}

/** A commit as a story tells it: no author. */
export interface StoryCommit {
  readonly id: CommitId;
  readonly at: number;
  readonly subject: string;
}

/** Everything the story of one line of a file at HEAD tells. Times are UTC ms; null where it didn't happen or isn't known. */
export interface LineStory {
  readonly path: string;
  readonly line: number;
  readonly origin: Origin;
  /** Null unless the origin is `ai`. */
  readonly written: {
    readonly at: number;
    readonly tool: string;
    readonly model: string | null;
    readonly session: string;
    readonly contribution: string;
    readonly grade: Grade;
    readonly mine: boolean;
    /** Path it was written to, which may differ from where it is now. */
    readonly path: string;
  } | null;
  readonly tier: Tier | null;
  readonly committed: (StoryCommit & { readonly path: string; readonly line: number }) | null;
  readonly pushedAt: number | null;
  readonly merged: StoryCommit | null;
  readonly stage: Stage | null;
  readonly fate: Fate | null;
  readonly changes: { readonly edited: boolean; readonly moved: boolean; readonly reformatted: boolean };
  readonly cause: Cause | null;
  /** 0 to 1. */
  readonly retained: number;
}

/** One object of `lines --json`, with times still in UTC ms. */
export interface LineRecord {
  readonly path: string;
  readonly line: number | null;
  readonly commit: CommitId | null;
  readonly contribution: string;
  readonly tool: string;
  readonly grade: Grade;
  readonly mine: boolean;
  readonly writtenAt: number;
  readonly stage: Stage;
  readonly fate: Fate;
  readonly cause: Cause | null;
  readonly retained: number;
  readonly diedAt: number | null;
  readonly diedCommit: CommitId | null;
  readonly pathNow: string | null;
  readonly lineNow: number | null;
}
