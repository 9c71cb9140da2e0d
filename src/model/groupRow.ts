import * as z from 'zod/mini';
import { count, figure } from './readModelParts.ts';
import { groupings } from './workFacts.ts';

const share = z.number().check(z.gte(0), z.lte(1));

/** A share with its 90 % interval, drawn towards the other groups as far as its own evidence is thin. */
const pooledShare = z.strictObject({ low: share, mid: share, high: share });

/** What became of the AI lines of one kind of work, language, size or tool. Counts and shares: there are no hours of a group. */
export const groupRow = z.strictObject({
  grouping: z.enum(groupings),
  name: z.string(),
  /** Effective AI lines; `alive` + `rewritten` + `dead`. */
  lines: figure,
  alive: count,
  rewritten: count,
  /** Died otherwise. */
  dead: count,
  /** Clusters: all work on one branch in one local day. */
  episodes: count,
  survived: pooledShare,
  wasRewritten: pooledShare,
  /** Minutes of active editing on its lines, and the same for 100 lines. */
  correctionMinutes: z.number().check(z.nonnegative()),
  correctionPerHundred: z.number().check(z.nonnegative()),
  /** Its interval lies wholly above or below the share of all groups. */
  standsOut: z.boolean(),
});

export type GroupRow = z.infer<typeof groupRow>;
