import type { Cause, Fate } from './fate.ts';

/** Lines of one contribution that ended the same way. */
export interface OutcomeLoss {
  readonly fate: Extract<Fate, 'rewritten' | 'deleted' | 'reverted' | 'dropped'>;
  readonly cause: Cause;
  /** Effective lines. */
  readonly lines: number;
  /** UTC ms of the last of these deaths. */
  readonly lastAt: number;
  /** The commit that took (most of) them; null when they never were in a commit. */
  readonly commit: string | null;
}

/** What of a contribution says which groups it belongs to. */
export type GroupedBy = Pick<ContributionOutcome, 'path' | 'tool' | 'at' | 'effectiveLines'>;

/** What became of one of the person's own contributions: the rows "look at these three" is made from. */
export interface ContributionOutcome {
  readonly contribution: string;
  readonly path: string;
  readonly tool: string;
  readonly session: string;
  /** Branch and local day, joined by a line feed. */
  readonly episode: string;
  /** UTC ms. */
  readonly at: number;
  readonly effectiveLines: number;
  readonly aliveLines: number;
  readonly losses: readonly OutcomeLoss[];
}
