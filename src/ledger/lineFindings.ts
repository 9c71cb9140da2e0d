import { isDead } from '../model/fate.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import { isEffective } from '../model/lineText.ts';
import { fateOfState, packKind, packLostShare, packState, unpackLostShare, unpackState } from './lineCodec.ts';
import type { RepoTables } from './repoTables.ts';
import type { CohortPlace } from './rollup.ts';

/** A row of `moment` or `path`, or none. */
type Reference = number | null;

/** What following has found of a line, as it is stored: moments and paths by number, small facts packed. */
export interface LineFindings {
  readonly flags: number;
  readonly state: number;
  readonly lostShare: number;
  readonly first: Reference;
  /** Null also where it is the contribution's own path. */
  readonly firstPath: Reference;
  readonly firstLine: number | null;
  readonly pushed: Reference;
  readonly merged: Reference;
  readonly died: Reference;
  readonly superseded: Reference;
}

/** Of a line that was only just written. */
export function noFindings(flags: number): LineFindings {
  return { flags, state: 0, lostShare: 0, first: null, firstPath: null, firstLine: null, pushed: null, merged: null, died: null, superseded: null };
}

/** What a line needs from the contribution it belongs to. */
export interface LineOwner {
  readonly row: number;
  readonly at: number;
  readonly path: string;
}

/** What never changes about a line, and its tokens as long as they are kept. */
export interface LinePrint {
  readonly ordinal: number;
  readonly fingerprint: number;
  readonly loose: number;
  readonly tokens: Int32Array | null;
}

export function lineOf(print: LinePrint, findings: LineFindings, owner: LineOwner, { moments, paths }: RepoTables): FollowedLine {
  const { first, firstPath, merged, died, pushed, superseded } = findings;
  const { tier, changes, editCause, ending, deathCause, place } = unpackState(findings.state);
  const born = first === null ? null : moments.momentOf(first);
  const joined = merged === null ? null : moments.momentOf(merged);
  const end = died === null ? null : moments.momentOf(died);
  return {
    id: owner.row + 1 + print.ordinal,
    contribution: owner.row,
    ordinal: print.ordinal,
    fingerprint: print.fingerprint,
    loose: print.loose,
    writtenAt: owner.at,
    tokens: print.tokens,
    flags: findings.flags,
    first: born === null ? null : { commit: born.commit!, at: born.at, path: firstPath === null ? owner.path : paths.textOf(firstPath), line: findings.firstLine! },
    tier,
    pushedAt: pushed === null ? null : moments.momentOf(pushed).at,
    merged: joined === null ? null : { commit: joined.commit!, at: joined.at },
    changes,
    editCause,
    retained: unpackLostShare(findings.lostShare),
    death: end === null ? null : { fate: ending!, cause: deathCause!, at: end.at, commit: end.commit },
    place,
    supersededAt: superseded === null ? null : moments.momentOf(superseded).at,
  };
}

/** A line's findings as it is now. Inside a write: moments and paths may be new. */
export function packLine(line: FollowedLine, owner: Pick<LineOwner, 'path'>, { moments, paths }: RepoTables): LineFindings {
  const { first, merged, death, pushedAt, supersededAt } = line;
  return {
    flags: line.flags,
    state: packState(line),
    lostShare: packLostShare(line.retained),
    first: first === null ? null : moments.idOf(first.commit, first.at),
    firstPath: first === null || first.path === owner.path ? null : paths.idOf(first.path),
    firstLine: first === null ? null : first.line,
    pushed: pushedAt === null ? null : moments.idOf(null, pushedAt),
    merged: merged === null ? null : moments.idOf(merged.commit, merged.at),
    died: death === null ? null : moments.idOf(death.commit, death.at),
    superseded: supersededAt === null ? null : moments.idOf(null, supersededAt),
  };
}

/** Everything is the same but perhaps the flags and the line number. */
export function sameFate(one: LineFindings, other: LineFindings): boolean {
  return (
    one.state === other.state && one.first === other.first && one.merged === other.merged && one.died === other.died &&
    one.lostShare === other.lostShare && one.pushed === other.pushed && one.superseded === other.superseded && one.firstPath === other.firstPath
  );
}

export function sameFindings(one: LineFindings, other: LineFindings): boolean {
  return one.flags === other.flags && one.firstLine === other.firstLine && sameFate(one, other);
}

/** The cohort that a line with these findings is counted in. */
export function cohortOf(findings: LineFindings, grade: number, mine: boolean, { moments }: RepoTables): CohortPlace {
  const time = (moment: Reference): number => (moment === null ? 0 : moments.momentOf(moment).at);
  return {
    kind: packKind(grade, mine, findings.flags, findings.state, findings.first !== null),
    committedAt: time(findings.first),
    pushedAt: time(findings.pushed),
    mergedAt: time(findings.merged),
    diedAt: time(findings.died),
  };
}

/** `alive` and `dead` effective lines carry figures; what is pending or unknown does not. */
export function effectiveFate(findings: LineFindings): 'none' | 'open' | 'alive' | 'dead' {
  if (!isEffective(findings.flags)) return 'none';
  const { fate } = fateOfState(findings.state, findings.first !== null);
  if (isDead(fate)) return 'dead';
  return fate === 'pending' || fate === 'unknown' ? 'open' : 'alive';
}
