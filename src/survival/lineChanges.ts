import type { AddedLine, Claim } from '../attribution/commitLines.ts';
import type { CommitFacts } from '../model/commit.ts';
import type { Cause } from '../model/fate.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { changeFlags } from '../model/followedLine.ts';
import type { FollowedLine } from '../model/followedLine.ts';

const flagOf = { kept: 0, moved: changeFlags.moved, reformatted: changeFlags.reformatted, edited: changeFlags.edited } as const;

/** Sets where and how the line was first committed, as if nothing had happened to it since it was written. */
export function firstCommitted(line: FollowedLine, added: AddedLine, claim: Extract<Claim, { by: 'contribution' }>, commit: CommitFacts, mine: boolean): void {
  line.first = { commit: commit.id, at: commit.committedAt, path: added.file.path, line: added.number };
  line.tier = claim.tier;
  line.retained = claim.retained;
  line.changes = claim.tier === 'similar' ? changeFlags.edited : claim.tier === 'white space' ? changeFlags.reformatted : 0;
  if (claim.moved) line.changes |= changeFlags.moved;
  line.editCause = claim.tier === 'similar' ? (mine ? 'me' : 'someone else') : null;
}

/** The line came back, or came once more to another branch: what its text says of it by now. */
export function foundAgain(line: FollowedLine, print: Fingerprint, loose: () => Fingerprint, claim: Extract<Claim, { by: 'contribution' }>): void {
  if (print === line.fingerprint) asWritten(line, claim.moved);
  else if (claim.tier === 'white space') {
    if (loose() === line.loose) asWritten(line, claim.moved);
    line.changes |= changeFlags.reformatted;
  }
}

/** What the text of a line that came back on a branch says of it. */
export function flagsOfClaim(line: FollowedLine, added: AddedLine, claim: Extract<Claim, { by: 'contribution' }>): number {
  return (claim.moved ? changeFlags.moved : 0) | (claim.tier === 'white space' && added.print !== line.fingerprint ? changeFlags.reformatted : 0);
}

/** Takes back every change: the line is found as the tool wrote it. Where its first commit had it otherwise, it was edited nevertheless. */
export function asWritten(line: FollowedLine, moved: boolean): void {
  const edited = line.tier === 'similar';
  line.changes = (moved ? changeFlags.moved : 0) | (edited ? changeFlags.edited : 0);
  line.retained = 1;
  if (!edited) line.editCause = null;
}

/** A change that leaves the line alive. */
export function changeLine(line: FollowedLine, change: keyof typeof flagOf, retained: number, cause: Cause, at: number): void {
  line.changes |= flagOf[change];
  if (line.pushedAt !== null && at > line.pushedAt && line.merged === null && change === 'edited') line.changes |= changeFlags.afterPush;
  line.retained *= retained;
  if (change === 'edited') line.editCause = cause;
}

/** Flags of a change, for a branch's story. */
export function flagsOfChange(change: keyof typeof flagOf): number {
  return flagOf[change];
}
