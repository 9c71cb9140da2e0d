import type { AddedLine, Claim } from '../attribution/commitLines.ts';
import type { CommitFacts } from '../model/commit.ts';
import type { Cause } from '../model/fate.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { Death } from '../model/followedLine.ts';

/** How a merged branch has a line. */
export interface Joining {
  readonly print: Fingerprint;
  /** It read the same in the first parent already. */
  readonly same: boolean;
  /** Null where the file came as it stood on the branch. */
  readonly added: AddedLine | null;
}

/**
 * Where following a commit reports what it found. The default branch and branches under way keep
 * different books: what happens on a branch counts only once it is merged, or as long as the line
 * lives nowhere else.
 */
export interface Recorder {
  /** The line came (back) with this commit. */
  readonly born: (line: number, added: AddedLine, claim: Extract<Claim, { by: 'contribution' }>, commit: CommitFacts) => void;
  /** The line came from a merged branch. */
  readonly joined: (line: number, how: Joining, commit: CommitFacts) => void;
  /** Did a branch that this commit merges move the line? */
  readonly wasMoved: (line: number) => boolean;
  /** The line went on in another line of the commit. */
  readonly carried: (id: number, change: 'kept' | 'moved' | 'reformatted' | 'edited', retained: number, cause: Cause, commit: CommitFacts, heir: AddedLine) => void;
  /** The line (or comparison line) ended. */
  readonly died: (id: number, death: Death) => void;
  /** The line ended where it was, but stands in a copy that was made of it. */
  readonly outlived: (line: number, commit: CommitFacts) => void;
  /** That many comparison lines came with this commit. */
  readonly compared: (lines: number, commit: CommitFacts) => void;
  /** Two lines became one: from now on `rider` shares the life of `line`. */
  readonly rides: (line: number, rider: number) => void;
  /** Git's diff did not fit the map of this file: its lines can't be followed any further. */
  readonly lost: (path: string, ids: readonly number[], commit: CommitFacts) => void;
}
