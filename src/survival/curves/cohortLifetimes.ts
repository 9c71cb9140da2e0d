import type { Cohort, ComparisonCohort } from '../../model/cohort.ts';
import { causes, isDead } from '../../model/fate.ts';
import { day } from '../../model/time.ts';
import { censored, type Lifetime } from './lifetime.ts';

/**
 * From when to when lines are watched. A line merged before `since` is watched from `since` on only: that it
 * lived until then is a condition of seeing it, not a finding (left truncation).
 *
 *   merged ──────────── since ═══════ watched ═══════ knownUntil
 */
export interface WatchedTime {
  readonly since: number;
  readonly knownUntil: number;
}

/** Days after the merge on which a line is watched: the first, and that of its end or last sight. */
export function watchedDays(mergedAt: number, endedAt: number | null, watched: WatchedTime): { readonly entry: number; readonly exit: number } {
  const end = Math.min(endedAt ?? watched.knownUntil, watched.knownUntil);
  // A line can't end before its merge; clocks of different machines can disagree by a little.
  const exit = watched.knownUntil < mergedAt ? -1 : Math.max(0, Math.floor((end - mergedAt) / day));
  return { entry: Math.max(0, Math.ceil((watched.since - mergedAt) / day)), exit };
}

/**
 * Lives of merged AI lines, clustered by episode; `cause` is the index into `causes`. Lines lost from sight
 * (`unknown`) are censored where they were lost.
 */
export function aiLifetimes(cohorts: Iterable<Cohort>, watched: WatchedTime): Lifetime[] {
  const rows: Lifetime[] = [];
  for (const cohort of cohorts) {
    if (cohort.mergedAt === null) continue;
    const days = watchedDays(cohort.mergedAt, cohort.diedAt, watched);
    if (days.exit < days.entry) continue;
    const died = isDead(cohort.fate) && (cohort.diedAt ?? Infinity) <= watched.knownUntil;
    rows.push({ ...days, cause: died ? causes.indexOf(cohort.cause ?? 'unknown') : censored, weight: cohort.lines, cluster: cohort.episode });
  }
  return rows;
}

/**
 * Lives of comparison lines, all deaths as one cause 0. Their episodes are not known: the day (UTC) on which
 * they were merged clusters them.
 */
export function comparisonLifetimes(cohorts: Iterable<ComparisonCohort>, watched: WatchedTime): Lifetime[] {
  const rows: Lifetime[] = [];
  for (const cohort of cohorts) {
    const days = watchedDays(cohort.mergedAt, cohort.diedAt, watched);
    if (days.exit < days.entry) continue;
    const died = cohort.diedAt !== null && cohort.diedAt <= watched.knownUntil;
    rows.push({ ...days, cause: died ? 0 : censored, weight: cohort.lines, cluster: String(Math.floor(cohort.mergedAt / day)) });
  }
  return rows;
}
