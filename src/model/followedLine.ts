import type { CommitId } from './commit.ts';
import type { Cause, Fate, Tier } from './fate.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Grade } from './provenance.ts';

/** Bits of `FollowedLine.changes`: what happened to a line without killing it. */
export const changeFlags = { edited: 1, moved: 2, reformatted: 4, afterPush: 8 } as const;

/** How a line ended. `commit` is null when it was dropped without ever being in a commit. */
export interface Death {
  readonly fate: Extract<Fate, 'rewritten' | 'deleted' | 'reverted' | 'dropped' | 'unknown'>;
  readonly cause: Cause;
  /** UTC ms. */
  readonly at: number;
  readonly commit: CommitId | null;
}

/**
 * One line that an AI tool wrote, through its whole life. The fields down to `writtenAt` never change;
 * the rest is what following it through history has found so far.
 */
export interface FollowedLine {
  /** Row of the ledger. Positive and below 2^29, so that it fits into a file map. */
  readonly id: number;
  /** Row of the contribution it belongs to. */
  readonly contribution: number;
  /** Place within the contribution, from 0. */
  readonly ordinal: number;
  readonly fingerprint: Fingerprint;
  readonly loose: Fingerprint;
  readonly writtenAt: number;
  /** Fingerprints of its lexical tokens; null once it was committed. */
  tokens: Int32Array | null;
  /** `lineFlags`. */
  flags: number;
  /** Where it was first committed. */
  first: { readonly commit: CommitId; readonly at: number; readonly path: string; readonly line: number } | null;
  tier: Tier | null;
  /** When a commit holding it was first seen pushed to a branch under review; null without evidence. */
  pushedAt: number | null;
  /** When it entered the default branch. */
  merged: { readonly commit: CommitId; readonly at: number } | null;
  /** `changeFlags`. */
  changes: number;
  /** Who edited it last while it stayed alive. */
  editCause: Cause | null;
  /** Share of its lexical tokens still there, 0 to 1. */
  retained: number;
  death: Death | null;
  /** Where it is alive now: at the head of the default branch, on an unmerged branch, in a working tree or stash, or nowhere. */
  place: 'trunk' | 'branch' | 'worktree' | 'none';
  /** UTC ms at which the agent itself replaced it before it was committed. */
  supersededAt: number | null;
}

/** A contribution as the ledger holds it, with its lines in order. */
export interface StoredContribution {
  readonly row: number;
  readonly id: string;
  readonly source: string;
  readonly tool: string;
  readonly model: string | null;
  readonly session: string;
  readonly at: number;
  readonly path: string;
  readonly worktree: string;
  readonly branch: string | null;
  readonly grade: Grade;
  readonly mine: boolean;
  /** All work on one branch in one local day: `branch` and day joined by a line feed. */
  readonly episode: string;
  /** Loose fingerprints of the lines it took away. */
  readonly removed: readonly Fingerprint[];
  readonly lines: readonly FollowedLine[];
}
