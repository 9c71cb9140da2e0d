import type { Cohort } from '../model/cohort.ts';
import { type Cause, type Fate, isDead, type Stage } from '../model/fate.ts';
import { changeFlags } from '../model/followedLine.ts';
import type { Phase } from '../model/readModel.ts';
import type { StageOutcome, WeekEvent } from '../model/readModelParts.ts';
import { day } from '../model/time.ts';
import { watchedDays } from '../survival/curves/cohortLifetimes.ts';
import { startOfWeek } from './week.ts';

/** What a report has to know of a line (or of lines that are alike). Times are UTC ms. */
export type LineFacts = Pick<Cohort, 'tool' | 'writtenDay' | 'committedAt' | 'pushedAt' | 'mergedAt' | 'diedAt' | 'fate' | 'cause' | 'changes'>;

/** From where a report looks at lines. */
export interface Viewpoint {
  readonly since: number;
  readonly until: number;
  /** What happened later is not known, or (with a "now" in the past) not looked at. */
  readonly knownUntil: number;
}

/** A line as a report sees it: the one place that says which figures it belongs to. */
export interface LineView {
  readonly tool: string;
  readonly inWindow: boolean;
  readonly fate: Fate;
  readonly cause: Cause | null;
  /** What it is at each stage; a stage it is no candidate for is left out. */
  readonly outcomes: Readonly<Partial<Record<Stage, StageOutcome>>>;
  /** In which part of its way it died. */
  readonly phase: Phase | null;
  readonly editedInReview: boolean;
  /** In which week what happened to it. */
  readonly weeks: Readonly<Partial<Record<WeekEvent, number>>>;
  /** Days after the merge on which it is watched; null when it was never merged or never watched. */
  readonly watched: { readonly entry: number; readonly exit: number } | null;
}

const horizons = [['14d', 14], ['30d', 30], ['90d', 90]] as const;

/** Forgets what happened after a time: later deaths, merges and commits have not happened yet. */
export function knownBy<Facts extends LineFacts>(facts: Facts, at: number): Facts {
  const before = (time: number | null): number | null => (time !== null && time <= at ? time : null);
  const died = facts.diedAt !== null && facts.diedAt > at;
  const committedAt = before(facts.committedAt);
  if (!died && committedAt === facts.committedAt && before(facts.pushedAt) === facts.pushedAt && before(facts.mergedAt) === facts.mergedAt) return facts;
  const open = committedAt === null && (died || facts.committedAt !== null);
  const alive = died ? (open ? { fate: 'pending', cause: null, diedAt: null } : { fate: 'kept', cause: null, diedAt: null }) : open ? { fate: 'pending' } : {};
  return { ...facts, ...alive, committedAt, pushedAt: before(facts.pushedAt), mergedAt: before(facts.mergedAt) };
}

export function viewLine(facts: LineFacts, from: Viewpoint): LineView {
  const { pushedAt, mergedAt, fate } = facts;
  const phase = isDead(fate) ? phaseOfDeath(facts) : null;
  const watched = mergedAt === null ? null : watchedDays(mergedAt, facts.diedAt, from);
  const underReview = pushedAt !== null && (mergedAt === null || pushedAt < mergedAt);
  return {
    tool: facts.tool,
    inWindow: facts.writtenDay + day / 2 > from.since && facts.writtenDay - day / 2 <= from.until,
    fate,
    cause: facts.cause,
    outcomes: outcomesOf(facts, underReview, from.knownUntil),
    phase,
    editedInReview: underReview && (facts.changes & changeFlags.edited) !== 0 && (facts.changes & changeFlags.afterPush) !== 0,
    weeks: weeksOf(facts, phase),
    watched: watched !== null && watched.exit >= watched.entry ? watched : null,
  };
}

/**
 * written ─► committed ─► (review) ─► merged ─► 14 d ─► 30 d ─► 90 d
 *
 * A row's candidates are the lines that reached the stage before it (for review and merged: the commit; for the
 * horizons: the merge, long enough ago).
 */
function outcomesOf(facts: LineFacts, underReview: boolean, knownUntil: number): Partial<Record<Stage, StageOutcome>> {
  const { committedAt, mergedAt, diedAt, fate } = facts;
  const short: StageOutcome = isDead(fate) ? 'lost' : fate === 'unknown' ? 'unknown' : 'waiting';
  const outcomes: Partial<Record<Stage, StageOutcome>> = { written: 'reached' };
  if (committedAt === null && mergedAt === null) return { ...outcomes, committed: short };
  outcomes.committed = 'reached';
  outcomes.review = underReview ? 'reached' : mergedAt !== null ? 'skipped' : short;
  outcomes.merged = mergedAt !== null ? 'reached' : short;
  if (mergedAt === null) return outcomes;
  for (const [stage, days] of horizons) {
    const at = mergedAt + days * day;
    const ended = (isDead(fate) || fate === 'unknown') && (diedAt === null || diedAt < at);
    outcomes[stage] = at > knownUntil ? 'notOldEnough' : ended ? short : 'reached';
  }
  return outcomes;
}

function phaseOfDeath({ committedAt, pushedAt, mergedAt, diedAt }: LineFacts): Phase {
  if (mergedAt !== null) return 'after merge';
  if (committedAt === null) return 'before commit';
  return pushedAt !== null && (diedAt === null || diedAt >= pushedAt) ? 'in review' : 'before merge';
}

function weeksOf(facts: LineFacts, phase: Phase | null): Partial<Record<WeekEvent, number>> {
  const weeks: Partial<Record<WeekEvent, number>> = {};
  if (facts.mergedAt !== null) weeks.merged = startOfWeek(facts.mergedAt);
  if (facts.fate === 'pending') weeks.pending = startOfWeek(facts.writtenDay);
  if (phase === null || facts.diedAt === null) return weeks;
  weeks.dead = startOfWeek(facts.diedAt);
  if (phase === 'before merge' || phase === 'in review') weeks.changedBeforeMerge = weeks.dead;
  if (phase === 'after merge' && facts.fate === 'rewritten') weeks.rewritten = weeks.dead;
  return weeks;
}
