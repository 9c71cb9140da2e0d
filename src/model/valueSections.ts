import * as z from 'zod/mini';
import { timeGrades, timeKinds } from './episode.ts';
import { instant } from './readModelParts.ts';

/** What may be said of an estimate in a word. */
export const verdicts = ['gain', 'loss', 'cannot tell', 'not enough evidence'] as const;
export type Verdict = (typeof verdicts)[number];

/** The `time` and `value` sections of the read model, and the assumptions they rest on. Hours, to a hundredth. */
const interval = z.strictObject({ low: z.number(), mid: z.number(), high: z.number() });
const count = z.int().check(z.nonnegative());
const share = z.number().check(z.gte(0), z.lte(1));
const hours = z.number().check(z.nonnegative());

export const timeSection = z.strictObject({
  /** Attended hours of work with AI, each minute once. */
  total: hours,
  kinds: z.array(z.strictObject({ kind: z.enum(timeKinds), hours })),
  grade: z.enum(timeGrades),
  /** Share of the hours that was reconstructed. */
  reconstructed: share,
  aiEpisodes: count,
  handEpisodes: count,
  /** AI episodes for which no time was seen. */
  untimed: count,
  /** Hours that their lines, and surprisingly many lines in few hours, let expect: they add to a loss, never to a gain. */
  unseen: hours,
  /** 90 % range of the total for the error of its grade. */
  range: z.nullable(interval),
});

const week = z.strictObject({
  week: instant,
  hours,
  net: interval,
  gained: interval,
  rework: interval,
  /** Share of its AI lines whose 30 days are not over. */
  provisional: share,
});

export const valueSection = z.strictObject({
  verdict: z.enum(verdicts),
  /** Why there are no hours; null when there are. */
  whyNone: z.nullable(z.string()),
  net: z.nullable(interval),
  gained: z.nullable(interval),
  rework: z.nullable(interval),
  /** Rework / gained; only when gained is above 0 with a probability of 95 %. */
  giveBack: z.nullable(interval),
  pPositive: z.nullable(share),
  /** Net as committed, and 30 and 90 days after the merge. */
  horizons: z.array(z.strictObject({ days: count, net: interval })),
  /** Label of a pace that is not the person's own. */
  paceLabel: z.nullable(z.string()),
  /** Hours for 50 lines by hand. */
  pace: interval,
  /** How far own evidence moves the estimate, 0 to 1. */
  ownWeight: z.nullable(share),
  capped: z.boolean(),
  surprising: z.boolean(),
  provisional: share,
  settle: z.nullable(z.string()),
  weeks: z.array(week),
  felt: z.strictObject({ weeks: z.array(z.strictObject({ week: instant, felt: z.number(), estimated: interval, gap: z.number() })), usualGap: z.nullable(z.number()), usualShare: z.nullable(z.number()) }),
});

export const assumptionRow = z.strictObject({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  value: z.number(),
  published: z.number(),
  changed: z.boolean(),
  source: z.string(),
});

export const valueReport = z.strictObject({ time: timeSection, value: valueSection, assumptions: z.array(assumptionRow), notMeasured: z.array(z.string()) });

export type ValueReport = z.infer<typeof valueReport>;
