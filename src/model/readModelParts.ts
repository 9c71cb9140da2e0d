import * as z from 'zod/mini';
import { causes, fates, stages } from './fate.ts';
import { groupings } from './workFacts.ts';

/** The small pieces that the read model is made of. */
export const count = z.int().check(z.nonnegative());

/** ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

export const captureCounts = z.strictObject({
  records: count,
  accepted: count,
  rejected: count,
  failed: count,
  duplicates: count,
  elsewhere: count,
  unanswered: count,
  unknownRecords: count,
  unreadable: count,
});

/** Which of a stage row's numbers is meant. */
export const stageOutcomes = ['reached', 'lost', 'waiting', 'unknown', 'skipped', 'notOldEnough'] as const;
export type StageOutcome = (typeof stageOutcomes)[number];

/** Which of a week's numbers is meant. */
export const weekEvents = ['merged', 'changedBeforeMerge', 'rewritten', 'dead', 'pending'] as const;
export type WeekEvent = (typeof weekEvents)[number];

export const phases = ['before commit', 'before merge', 'in review', 'after merge'] as const;

/**
 * Names the lines behind a figure: lines for which everything given holds. Without `week`, `atRiskOnDay` or
 * `group` only lines written in the report's window are meant. See `report/evidence.ts` for the one meaning of each.
 */
export const evidenceFilter = z.strictObject({
  stage: z.optional(z.strictObject({ name: z.enum(stages), outcome: z.enum(stageOutcomes) })),
  phase: z.optional(z.enum(phases)),
  editedInReview: z.optional(z.literal(true)),
  fate: z.optional(z.enum(fates)),
  cause: z.optional(z.enum(causes)),
  tool: z.optional(z.string()),
  week: z.optional(z.strictObject({ start: instant, event: z.enum(weekEvents) })),
  /** Lines of the contributions that a group counts, as far as it is known what became of them. */
  group: z.optional(z.strictObject({ grouping: z.enum(groupings), name: z.string(), writtenUntil: instant })),
  /** Merged lines seen alive at the start of this day after their merge, within the window. */
  atRiskOnDay: z.optional(count),
});
export type EvidenceFilter = z.infer<typeof evidenceFilter>;

/** A count of lines, and what to ask for to see them. */
export const figure = z.strictObject({ lines: count, evidence: evidenceFilter });
export type Figure = z.infer<typeof figure>;

export const fileKinds = ['tests', 'source', 'docs', 'config', 'styles'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A group of contributions that lost most of their lines, worth a look by a person. */
export const lookGroup = z.strictObject({
  /** Stable: dismissing it once keeps it away. */
  key: z.string(),
  sentence: z.string(),
  folder: z.string(),
  kind: z.enum(fileKinds),
  tool: z.string(),
  cause: z.enum(causes),
  linesLost: count,
  /** Contributions that lost at least half of their lines, of all contributions of this group. */
  times: count,
  of: count,
  evidence: z.array(
    z.strictObject({
      contribution: z.string(),
      session: z.string(),
      path: z.string(),
      at: instant,
      lines: count,
      lost: count,
      /** Git revisions between which it was lost; null when it never was in a commit. */
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    }),
  ),
});
export type LookGroup = z.infer<typeof lookGroup>;
