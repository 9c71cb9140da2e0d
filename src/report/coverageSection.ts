import type { Cohort } from '../model/cohort.ts';
import { isAlive, isDead, tiers } from '../model/fate.ts';
import type { SourceHealth } from '../model/project.ts';
import { countedGrades, grades } from '../model/provenance.ts';
import type { ReadModel, SectionCoverage, SourceCoverage } from '../model/readModel.ts';
import type { ViewedLines } from './evidence.ts';

/** A cohort, and whether it was written in the window. */
export interface PlacedCohort {
  readonly cohort: Cohort;
  readonly inWindow: boolean;
}

/** What the figures rest on: every source, what was left out and why, and what stands apart. */
export function coverageSection(sources: readonly SourceHealth[], placed: readonly PlacedCohort[]): ReadModel['coverage'] {
  const written = placed.filter((one) => one.inWindow).map((one) => one.cohort);
  const mine = written.filter((cohort) => cohort.mine && cohort.effective);
  const counted = mine.filter((cohort) => countedGrades.includes(cohort.grade));
  const others = written.filter((cohort) => !cohort.mine && cohort.grade === 'attested' && cohort.effective);
  return {
    sources: sources.map(sourceOf),
    reachesBack: reachesBack(sources),
    lines: total(counted),
    notEffective: total(written.filter((cohort) => cohort.mine && !cohort.effective && countedGrades.includes(cohort.grade))),
    grades: grades.map((grade) => ({ grade, lines: total(mine.filter((cohort) => cohort.grade === grade)), counted: countedGrades.includes(grade) })),
    tiers: tiers.map((tier) => ({ tier, lines: total(counted.filter((cohort) => cohort.tier === tier)) })),
    others: {
      lines: total(others),
      alive: total(others.filter((cohort) => isAlive(cohort.fate))),
      dead: total(others.filter((cohort) => isDead(cohort.fate))),
      unknown: total(others.filter((cohort) => cohort.fate === 'unknown')),
    },
  };
}

/** What stands beside a section's figures. */
export function sectionCoverage(rows: readonly ViewedLines[], from: string | null): SectionCoverage {
  const written = rows.filter((row) => row.view.inWindow);
  return {
    lines: total(written),
    pending: total(written.filter((row) => row.view.fate === 'pending')),
    unknown: total(written.filter((row) => row.view.fate === 'unknown')),
    reachesBack: from,
  };
}

function sourceOf(source: SourceHealth): SourceCoverage {
  const { id, name, tool, grade, found, state, files, sessions, firstSeen, lastSeen, remedy } = source;
  return { id, name, tool, grade, found, state, files, sessions, counts: { ...source.counts }, firstSeen: iso(firstSeen), lastSeen: iso(lastSeen), problems: [...source.problems], remedy };
}

function reachesBack(sources: readonly SourceHealth[]): string | null {
  const starts = sources.flatMap((source) => (source.firstSeen !== null && countedGrades.includes(source.grade) ? [source.firstSeen] : []));
  return starts.length === 0 ? null : iso(Math.min(...starts));
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function total(rows: readonly { readonly lines: number }[]): number {
  return rows.reduce((sum, row) => sum + row.lines, 0);
}
