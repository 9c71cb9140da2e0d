import type { Contribution } from './contribution.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { FollowedLine, StoredContribution } from './followedLine.ts';

/**
 * What following lines through one repository's history needs kept from run to run. The ledger implements it;
 * tests use a plain in-memory one. All calls are synchronous and cheap per call; a contribution is one shared
 * object for as long as the store lives, so that a line found by path and by row is the same object.
 */
export interface FollowStore {
  /** Contributions written for exactly this path, ordered by (at, id). */
  contributionsAt(path: string): readonly StoredContribution[];
  contribution(row: number): StoredContribution;
  line(id: number): FollowedLine;
  /** Lines never seen in a commit whose loose fingerprint is among those given, in any path. */
  uncommittedLike(loose: readonly Fingerprint[]): readonly FollowedLine[];
  /** Every line never seen in a commit and not dead, to decide between pending, dropped and unknown. */
  uncommitted(): Iterable<FollowedLine>;
  /** How many effective lines of an episode, of AI or typed by hand, were never seen in a commit; `replaced`: by the agent itself. */
  openLines(episode: string, origin: 'ai' | 'hand'): { readonly open: number; readonly replaced: number };
  /** All paths that contributions name. */
  paths(): ReadonlySet<string>;
  /** Writing time of the earliest contribution, or null when there is none. */
  earliest(): number | null;
  /** Adds a contribution that git itself attests (idempotent by id); its lines are known only now. */
  addAttested(contribution: Contribution): StoredContribution;
  /** Marks lines as changed; they are written with the next commit of the unit of work. */
  changed(line: FollowedLine): void;
  /** Forgets every finding about every line (back to "written"), all maps and all state, for a replay from the start. */
  reset(): void;
  /** Encoded file map of a path at the head of the default branch, as the engine wrote it. */
  fileMap(path: string): Uint8Array | null;
  setFileMap(path: string, map: Uint8Array | null): void;
  /** Paths that have a file map. */
  mappedPaths(): Iterable<string>;
  /** Small engine state by name (cursor, branch tips, renames, comparison counts). */
  state(name: string): Uint8Array | null;
  setState(name: string, value: Uint8Array | null): void;
  /** Push evidence, kept because reflogs go when branches are deleted. */
  pushes(): readonly PushEvidence[];
  addPush(push: PushEvidence): void;
  /** Adds `lines` (may be negative) to a comparison cohort: lines of that origin, merged and ended at these times (UTC ms). */
  addComparison(origin: 'hand' | 'unknown', mergedAt: number, diedAt: number | null, lines: number): void;
  /** Runs `work` as one unit: all of it is kept, or (when it throws or the process dies) none of it. */
  unitOfWork(work: () => void): void;
}

/** A branch's remote-tracking ref was seen at a commit. */
export interface PushEvidence {
  readonly ref: string;
  readonly commit: string;
  readonly at: number;
}
