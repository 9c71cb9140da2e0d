import type { Cause, Fate, Tier } from './fate.ts';
import type { Grade } from './provenance.ts';

/**
 * Lines that share everything a report asks about. The ledger keeps these counts on write, so that no
 * report ever reads single lines.
 */
export interface Cohort {
  /** Branch and local day, joined by a line feed; the cluster of the bootstrap. */
  readonly episode: string;
  readonly tool: string;
  readonly grade: Grade;
  readonly mine: boolean;
  readonly effective: boolean;
  /** UTC ms of the contribution's local day's noon: enough to place it in a window and a week. */
  readonly writtenDay: number;
  /** UTC ms, null while not committed. */
  readonly committedAt: number | null;
  readonly pushedAt: number | null;
  readonly mergedAt: number | null;
  readonly diedAt: number | null;
  readonly fate: Fate;
  readonly cause: Cause | null;
  readonly changes: number;
  readonly tier: Tier | null;
  readonly lines: number;
  /** Sum of `retained` over the lines. */
  readonly retained: number;
}

/** Comparison lines (unknown origin, or typed by hand) born and ended at the same commits. */
export interface ComparisonCohort {
  readonly origin: 'hand' | 'unknown';
  readonly mergedAt: number;
  readonly diedAt: number | null;
  readonly lines: number;
}
