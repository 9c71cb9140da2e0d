import { hour } from '../../model/time.ts';
import type { TimeKind } from '../../model/episode.ts';
import { attendedSpans, type IdleLimits, laxLimits, limitOf, strictLimits } from './idle.ts';
import { lengthOf, union } from './intervals.ts';

/** Single signs of activity of one kind, UTC ms. */
export interface Signs {
  readonly kind: TimeKind;
  readonly at: readonly number[];
}

/** Attended hours under three sets of idle limits. */
export interface Sensitivity {
  readonly strict: number;
  readonly chosen: number;
  readonly lax: number;
}

/** How much the idle limits decide. */
export function sensitivityOf(signs: readonly Signs[], limits: IdleLimits): Sensitivity {
  const hours = (chosen: IdleLimits): number => lengthOf(union(signs.flatMap(({ kind, at }) => attendedSpans(at, limitOf(kind, chosen))))) / hour;
  return { strict: hours(strictLimits), chosen: hours(limits), lax: hours(laxLimits) };
}
