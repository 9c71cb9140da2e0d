import type { Cause, Line } from './lines.ts';

export type Stage = 'written' | 'committed' | 'review' | 'merged' | '14d' | '30d' | '90d';
export type Fate = 'pending' | 'kept' | 'reformatted' | 'moved' | 'edited' | 'rewritten' | 'deleted' | 'reverted' | 'dropped';

/** What is true of one AI line at the end; the fields the engine prints, and what scoring needs. */
export type TruthLine = {
  readonly id: number;
  readonly contribution: string;
  readonly writtenAt: number;
  readonly writtenPath: string;
  readonly text: string;
  /** Repeats no block, and is effective by its text. */
  readonly effective: boolean;
  /** Effective by its text, but a repetition of a block. */
  readonly duplicate: boolean;
  ambiguous: boolean;
  readonly path: string | null;
  readonly line: number | null;
  readonly commit: string | null;
  readonly stage: Stage;
  readonly fate: Fate;
  readonly cause: Cause | null;
  /** Thrown away with a whole uncommitted change (by a shell command nobody saw): the cause may stay unknown. */
  readonly thrownAway: boolean;
  readonly retained: number;
  readonly mergedAt: number | null;
  readonly diedAt: number | null;
  readonly pathNow: string | null;
  readonly lineNow: number | null;
  /** Answers that are as right: what only refs that are gone could tell. */
  readonly also: readonly { readonly fate: Fate; readonly stage: Stage }[];
};

/** One line of a file at the tip of the default branch. */
export type OriginLine = { readonly origin: Line['origin']; readonly ids: readonly number[]; readonly effective: boolean; readonly ambiguous: boolean; readonly continued: boolean };

export type Truth = {
  readonly repo: string;
  readonly home: string;
  readonly asOf: number;
  readonly lines: readonly TruthLine[];
  readonly headOrigin: ReadonlyMap<string, readonly OriginLine[]>;
  /** Which AI lines stood at a place of a commit. */
  readonly idsAt: (commit: string, path: string, line: number) => readonly number[];
  /** Whether the line at a place of a commit is an effective one (true for places the model does not know). */
  readonly effectiveAt: (commit: string, path: string, line: number) => boolean;
};
