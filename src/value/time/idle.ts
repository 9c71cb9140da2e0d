import { second } from '../../model/time.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { TimeKind } from '../../model/episode.ts';
import { type Span, union } from './intervals.ts';

/** Longest pauses that still count as attended. ms. */
export interface IdleLimits {
  readonly editing: number;
  readonly reading: number;
}

export function idleLimits(values: AssumptionValues): IdleLimits {
  return { editing: values.editIdle * second, reading: values.readIdle * second };
}

/** The limits at which the sensitivity of a figure is told: everything stops after 60 s, or after 900 s. */
export const strictLimits: IdleLimits = { editing: 60 * second, reading: 60 * second };
export const laxLimits: IdleLimits = { editing: 900 * second, reading: 900 * second };

/** The limit of a kind: editing is a stream of keys, reading and watching are quiet. */
export function limitOf(kind: TimeKind, limits: IdleLimits): number {
  return kind === 'reading' || kind === 'waiting' || kind === 'prompting' ? limits.reading : limits.editing;
}

/**
 * Attended time from single signs of activity: two signs at most `limit` apart belong together. A sign with none near
 * it has no length: what was not seen is not counted.
 */
export function attendedSpans(signs: readonly number[], limit: number): Span[] {
  const ascending = signs.toSorted((a, b) => a - b);
  const spans: Span[] = [];
  for (const [at, sign] of ascending.entries()) {
    const before = ascending[at - 1];
    if (before !== undefined && sign - before <= limit) spans.push({ from: before, to: sign });
  }
  return union(spans);
}
