import { type Cause, causes, type Fate, fates, type Tier, tiers } from '../model/fate.ts';
import { changeFlags, type Death, type FollowedLine } from '../model/followedLine.ts';
import { isEffective } from '../model/lineText.ts';
import { type Grade, grades } from '../model/provenance.ts';

/**
 * A line's small facts in one number, so that a million of them stay small:
 *
 *   bits  0-2 tier   3-6 changes   7-9 who edited   10-12 fate at death   13-15 cause of death   16-17 place
 *
 * Positions in the lists of model/fate.ts count from 1; 0 is none. Append to those lists, never reorder them.
 */
export function packState(line: FollowedLine): number {
  return (
    positionIn(tiers, line.tier) |
    (line.changes << 3) |
    (positionIn(causes, line.editCause) << 7) |
    (positionIn(endings, line.death?.fate ?? null) << 10) |
    (positionIn(causes, line.death?.cause ?? null) << 13) |
    (places.indexOf(line.place) << 16)
  );
}

const endings: readonly Death['fate'][] = ['rewritten', 'deleted', 'reverted', 'dropped', 'unknown'];
const places: readonly FollowedLine['place'][] = ['none', 'trunk', 'branch', 'worktree'];

function positionIn<T>(list: readonly T[], one: T | null): number {
  return one === null ? 0 : list.indexOf(one) + 1;
}

export interface LineState {
  readonly tier: Tier | null;
  readonly changes: number;
  readonly editCause: Cause | null;
  readonly ending: Death['fate'] | null;
  readonly deathCause: Cause | null;
  readonly place: FollowedLine['place'];
}

const unpacked = new Map<number, LineState>();

/** A ledger has a few hundred different ones: each is taken apart once. */
export function unpackState(state: number): LineState {
  const known = unpacked.get(state);
  if (known !== undefined) return known;
  const parts: LineState = {
    tier: tiers[(state & 7) - 1] ?? null,
    changes: (state >> 3) & 15,
    editCause: causes[((state >> 7) & 7) - 1] ?? null,
    ending: endings[((state >> 10) & 7) - 1] ?? null,
    deathCause: causes[((state >> 13) & 7) - 1] ?? null,
    place: places[(state >> 16) & 3]!,
  };
  unpacked.set(state, parts);
  return parts;
}

/** Retained shares are kept in millionths, as the part that is gone: most lines then need no byte for it. */
export function packLostShare(retained: number): number {
  return Math.round((1 - retained) * 1_000_000);
}

export function unpackLostShare(lost: number): number {
  return (1_000_000 - lost) / 1_000_000;
}

/** What a stored line's columns say about its fate and who caused it. */
export function fateOfState(state: number, committed: boolean): { readonly fate: Fate; readonly cause: Cause | null } {
  const { ending, deathCause, changes, editCause } = unpackState(state);
  if (ending !== null) return { fate: ending, cause: deathCause };
  if (!committed) return { fate: 'pending', cause: null };
  if (changes & changeFlags.edited) return { fate: 'edited', cause: editCause };
  if (changes & changeFlags.moved) return { fate: 'moved', cause: null };
  return { fate: changes & changeFlags.reformatted ? 'reformatted' : 'kept', cause: null };
}

/**
 * All that is not a time or a name in a cohort, as one number:
 *
 *   bits 0-2 grade   3 mine   4 effective   5-8 fate   9-11 cause   12-15 changes   16-18 tier
 */
export function packKind(grade: number, mine: boolean, flags: number, state: number, committed: boolean): number {
  const { fate, cause } = fateOfState(state, committed);
  return (
    grade |
    (mine ? 8 : 0) |
    (isEffective(flags) ? 16 : 0) |
    (fates.indexOf(fate) << 5) |
    (positionIn(causes, cause) << 9) |
    (((state >> 3) & 15) << 12) |
    ((state & 7) << 16)
  );
}

export interface CohortKind {
  readonly grade: Grade;
  readonly mine: boolean;
  readonly effective: boolean;
  readonly fate: Fate;
  readonly cause: Cause | null;
  readonly changes: number;
  readonly tier: Tier | null;
}

export function unpackKind(kind: number): CohortKind {
  return {
    grade: grades[kind & 7]!,
    mine: (kind & 8) !== 0,
    effective: (kind & 16) !== 0,
    fate: fates[(kind >> 5) & 15]!,
    cause: causes[((kind >> 9) & 7) - 1] ?? null,
    changes: (kind >> 12) & 15,
    tier: tiers[((kind >> 16) & 7) - 1] ?? null,
  };
}
