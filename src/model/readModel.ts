import * as z from 'zod/mini';
import { causes, fates, stages } from './fate.ts';
import { groupRow } from './groupRow.ts';
import { grades } from './provenance.ts';
import { sourceStates } from './sourceState.ts';
import { captureCounts, count, figure, instant, lookGroup, phases } from './readModelParts.ts';
import { assumptionRow, timeSection, valueSection } from './valueSections.ts';

/**
 * The one read model that every surface renders: terminal, Markdown, HTML, sidebar and export. `report --json`
 * prints it as it stands. Times are ISO 8601 in UTC; lines are effective lines of the person's own
 * contributions of counted grades unless a field says otherwise.
 */
export const reportSchema = 'ai-net-value/report/1';

const window = z.strictObject({
  since: instant,
  until: instant,
  /** The "now" of the report. */
  asOf: instant,
  /** True when nothing was written in the window asked for, so that it was moved back to end at the last activity. */
  endsAtLastActivity: z.boolean(),
  lastActivity: z.nullable(instant),
});

const repo = z.strictObject({
  name: z.string(),
  defaultBranch: z.nullable(z.strictObject({ name: z.string(), commit: z.string(), foundBy: z.string() })),
  /** Until when the default branch is known; what happened later can't be seen. */
  knownUntil: instant,
  notes: z.array(z.string()),
});

const sourceCoverage = z.strictObject({
  id: z.string(),
  name: z.string(),
  tool: z.string(),
  grade: z.enum(grades),
  found: z.boolean(),
  state: z.enum(sourceStates),
  files: count,
  sessions: count,
  counts: captureCounts,
  /** How far back it reaches; null when it holds nothing of this repository. */
  firstSeen: z.nullable(instant),
  lastSeen: z.nullable(instant),
  problems: z.array(z.string()),
  /** What to do; null when there is nothing to be done. */
  remedy: z.nullable(z.string()),
});

/** What stands beside the figures of a section: how many lines they rest on, and how many could not be decided. */
const sectionCoverage = z.strictObject({ lines: count, pending: count, unknown: count, reachesBack: z.nullable(instant) });

const coverage = z.strictObject({
  sources: z.array(sourceCoverage),
  reachesBack: z.nullable(instant),
  /** Effective lines written in the window, all counted grades: what the figures are about. */
  lines: count,
  /** Written in the same window but blank, comment, trivial, generated or repeated: in no figure. */
  notEffective: count,
  /** Effective lines by grade, counted and apart. */
  grades: z.array(z.strictObject({ grade: z.enum(grades), lines: count, counted: z.boolean() })),
  /** How lines were recognised in commits. */
  tiers: z.array(z.strictObject({ tier: z.string(), lines: count })),
  /** Lines that records in git attest to AI in other people's commits: the repository's total only. */
  others: z.strictObject({ lines: count, alive: count, dead: count, unknown: count }),
});

/**
 * How many lines reached a stage, of how many that could have.
 * `of` = `reached` + `lost` + `waiting` + `unknown` + `skipped`.
 */
const stageRow = z.strictObject({
  stage: z.enum(stages),
  of: count,
  reached: figure,
  /** Died before they got here. */
  lost: figure,
  /** Not here yet, and still may come. */
  waiting: figure,
  unknown: figure,
  /** Got to a later stage without passing this one (merged without push evidence). */
  skipped: figure,
  /** Merged too recently to be counted at this horizon: in none of the numbers above. */
  notOldEnough: figure,
});

/** Of the characters accepted in the editor in the window: how many were there so many seconds later. Null when none were seen. */
const afterAccept = z.nullable(z.array(z.strictObject({ seconds: count, characters: count, kept: count })));

const causeFigures = z.array(z.strictObject({ cause: z.enum(causes), figure }));

/** In which part of their way lines died, by cause. */
const phaseRow = z.strictObject({
  phase: z.enum(phases),
  lost: figure,
  causes: causeFigures,
});

/** What happened in one calendar week (UTC, from Monday). `changedBeforeMerge` and `rewritten` are part of `dead`. */
const week = z.strictObject({
  week: instant,
  merged: figure,
  /** Died after their commit and before they were merged. */
  changedBeforeMerge: figure,
  /** Replaced by something else after the merge. */
  rewritten: figure,
  /** Died this week in any way. */
  dead: figure,
  /** Written this week and not in any commit yet. */
  pending: figure,
});

const share = z.number().check(z.gte(0), z.lte(1));

const fateRow = z.strictObject({
  fate: z.enum(fates),
  kind: z.enum(['open', 'alive', 'dead', 'unknown']),
  lines: figure,
  /** Who or what did it; only for edited and dead lines. */
  causes: causeFigures,
  /** Mean share of the lexical tokens still there; only for edited lines. */
  retained: z.nullable(share),
});

/** 90 % band and best estimate of a share. */
const band = z.strictObject({ low: share, mid: share, high: share });

const curve = z.strictObject({
  lines: count,
  /** Clusters the band was resampled by. */
  episodes: count,
  /** One point for each day after the merge, from day 0 on, as far as enough episodes are at risk. */
  points: z.array(z.strictObject({ day: count, low: share, mid: share, high: share, atRisk: count })),
  /** Cumulative incidence of death per cause, on the same days. */
  causes: z.array(z.strictObject({ cause: z.enum(causes), dead: z.array(share) })),
});

const horizon = z.strictObject({
  days: count,
  alive: z.nullable(band),
  atRisk: figure,
  /** Dead by this day, per cause. */
  causes: z.array(z.strictObject({ cause: z.enum(causes), dead: share })),
  other: z.nullable(z.strictObject({ alive: band, atRisk: count })),
});

const survival = z.strictObject({
  coverage: sectionCoverage,
  mine: z.nullable(curve),
  /** Why there is no curve, in words; null when there is one. */
  whyNone: z.nullable(z.string()),
  /** The lines it is compared with, labelled; never called hand-written unless they were seen being typed. */
  other: z.nullable(z.strictObject({ origin: z.enum(['hand', 'unknown']), label: z.string(), curve })),
  horizons: z.array(horizon),
});

const hours = z.number();
const interval = z.strictObject({ low: hours, mid: hours, high: hours });

/** Attended time, and what it would be if the idle limits were others. */
const time = z.extend(timeSection, {
  /** Hours with limits of 60 s, as chosen, and of 900 s; null when it is not known. */
  sensitivity: z.nullable(z.strictObject({ strict: hours, chosen: hours, lax: hours })),
});

/** Hours, to a hundredth: what `src/value` says, and what surfaces need to show it. */
const value = z.extend(valueSection, {
  /** Weeks whose net is told differently than it was; grows, and is never rewritten. */
  revisions: z.array(z.strictObject({ week: instant, at: instant, was: interval, now: interval, why: z.string() })),
  /** Net with idle limits of 60 s and of 900 s; null where it is not known. */
  sensitivity: z.nullable(z.strictObject({ strict: interval, lax: interval })),
  /** The week to ask about. Its estimate is shown only after an answer, or after it was skipped. */
  question: z.nullable(z.strictObject({ week: instant })),
});

export const readModel = z.strictObject({
  schema: z.literal(reportSchema),
  window,
  repo,
  coverage,
  stages: z.strictObject({ coverage: sectionCoverage, afterAccept, rows: z.array(stageRow), changed: z.array(phaseRow), editedInReview: z.nullable(figure), weeks: z.array(week) }),
  causes: z.strictObject({ coverage: sectionCoverage, rows: z.array(fateRow), look: z.array(lookGroup), groups: z.array(groupRow) }),
  survival,
  time,
  value,
  assumptions: z.array(assumptionRow),
  notMeasured: z.array(z.string()),
});

export type ReadModel = z.infer<typeof readModel>;
export type SourceCoverage = z.infer<typeof sourceCoverage>;
export type SectionCoverage = z.infer<typeof sectionCoverage>;
export type StageRow = z.infer<typeof stageRow>;
export type PhaseRow = z.infer<typeof phaseRow>;
export type Phase = PhaseRow['phase'];
export type WeekRow = z.infer<typeof week>;
export type FateRow = z.infer<typeof fateRow>;
export type SurvivalCurve = z.infer<typeof curve>;
export type Horizon = z.infer<typeof horizon>;
export type Band = z.infer<typeof band>;
export type TimeSection = z.infer<typeof time>;
export type ValueSection = z.infer<typeof value>;
export type ValueWeek = ValueSection['weeks'][number];
export type AssumptionRow = z.infer<typeof assumptionRow>;
export type HoursRange = z.infer<typeof interval>;
