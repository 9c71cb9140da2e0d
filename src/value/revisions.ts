import type { Revision, ToldWeek } from '../model/workFacts.ts';

/** Hours a middle may move without a word. */
const unspoken = 0.25;

/** What is told now against what was told last: the revisions to add to the log, which only grows. @param at UTC ms */
export function revise(told: readonly ToldWeek[], now: readonly ToldWeek[], at: number): Revision[] {
  const before = new Map(told.map((one) => [one.week, one]));
  return now.flatMap((one): Revision[] => {
    const was = before.get(one.week);
    if (was === undefined || Math.abs(was.net.mid - one.net.mid) < unspoken) return [];
    return [{ week: one.week, at, was: was.net, now: one.net, why: was.provisional ? 'its 30 days went on' : 'more is known of this person or work' }];
  });
}
