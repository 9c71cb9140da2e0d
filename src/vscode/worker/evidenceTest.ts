import type { Cohort } from '../../model/cohort.ts';
import type { GroupedBy } from '../../model/contributionOutcome.ts';
import { countedGrades } from '../../model/provenance.ts';
import { day } from '../../model/time.ts';
import { evidenceMatcher } from '../../report/evidence.ts';
import { knownBy, viewLine } from '../../report/lineView.ts';
import type { EvidenceAsk } from './protocol.ts';

/** Whether a cohort's lines are among those that a report counted in one of the figures named. */
export function evidenceTest({ filters, seen }: EvidenceAsk): (cohort: Cohort, contribution: GroupedBy) => boolean {
  const matchers = filters.map(evidenceMatcher);
  return (cohort, contribution) => {
    if (!cohort.effective || !cohort.mine || !countedGrades.includes(cohort.grade)) return false;
    if (cohort.writtenDay - day / 2 > seen.asOf) return false;
    const view = viewLine(knownBy(cohort, seen.asOf), seen);
    return matchers.some((matches) => matches(view, contribution));
  };
}
