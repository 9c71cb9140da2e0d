import type { Revision } from '../model/workFacts.ts';
import type { Interval } from './numerics/interval.ts';

/** A week's net hours as they were told. */
export interface ToldWeek {
  /** UTC ms of the week's Monday. */
  readonly week: number;
  readonly net: Interval;
  /** Its lines' 30 days were not over. */
  readonly provisional: boolean;
}

/** Hours a middle may move without a word. */
const unspoken = 0.25;

/** What is told now against what was told last; the list grows and is never rewritten. */
export function revise(told: readonly ToldWeek[], now: readonly ToldWeek[], log: readonly Revision[], at: number): Revision[] {
  const before = new Map(told.map((one) => [one.week, one]));
  const changed = now.flatMap((one): Revision[] => {
    const was = before.get(one.week);
    if (was === undefined || Math.abs(was.net.mid - one.net.mid) < unspoken) return [];
    return [{ week: one.week, at, was: was.net, now: one.net, why: was.provisional ? 'its 30 days went on' : 'more is known of this person or work' }];
  });
  return [...log, ...changed];
}
