import type { Cohort } from '../model/cohort.ts';
import type { ReportFacts } from '../model/project.ts';
import { countedGrades } from '../model/provenance.ts';
import type { ReadModel } from '../model/readModel.ts';
import { day } from '../model/time.ts';
import { afterAccept } from './afterAccept.ts';
import { coverageSection, sectionCoverage } from './coverageSection.ts';
import type { ViewedLines } from './evidence.ts';
import { fateRows } from './fateRows.ts';
import { groupRows } from './groupRows.ts';
import { hoursSections } from './hoursSections.ts';
import { knownBy, type LineView, viewLine } from './lineView.ts';
import { lookAtThree } from './lookAtThree.ts';
import { editedInReview, phaseRows } from './phaseRows.ts';
import { stageRows } from './stageRows.ts';
import { survivalSection } from './survivalSection.ts';
import { weekRows } from './weekRows.ts';
import { placeWindow, type ReportWindow, type WindowRequest } from './window.ts';

interface PlacedView {
  readonly cohort: Cohort;
  readonly view: LineView;
}

/** Builds the one read model. Pure: the same facts and request give the same report, to the last digit. */
export function buildReport(facts: ReportFacts, request: WindowRequest): ReadModel {
  const window = placeWindow(request, facts.cohorts.filter((cohort) => cohort.effective && isMine(cohort)).map((cohort) => cohort.writtenDay));
  const knownUntil = Math.min(facts.knownUntil, request.asOf);
  const from = { since: window.since, until: window.until, knownUntil };
  const known = facts.cohorts.filter((cohort) => cohort.writtenDay - day / 2 <= request.asOf).map((cohort) => knownBy(cohort, request.asOf));
  const placed = known.map((cohort) => ({ cohort, view: viewLine(cohort, from) }));
  const counted = placed.filter(({ cohort }) => cohort.effective && isMine(cohort));
  const rows: ViewedLines[] = counted.map(({ cohort, view }) => ({ view, lines: cohort.lines, retained: cohort.retained }));

  const groups = groupRows(facts.work.groups);
  const minutes = new Map(groups.filter(({ grouping }) => grouping === 'kind of work').map(({ name, correctionPerHundred }) => [name, correctionPerHundred]));

  const coverage = coverageSection(facts.sources, placed.map(({ cohort, view }) => ({ cohort, inWindow: view.inWindow })));
  const beside = sectionCoverage(rows, coverage.reachesBack);
  return {
    schema: 'ai-net-value/report/1',
    window: windowOf(window),
    repo: repoOf(facts, knownUntil),
    coverage,
    stages: { coverage: beside, afterAccept: afterAccept(facts.accepted, window), rows: stageRows(rows), changed: phaseRows(rows), editedInReview: editedInReview(rows), weeks: weekRows(rows, lastMerge(counted, window)) },
    causes: { coverage: beside, rows: fateRows(rows), look: lookAtThree(facts.outcomes, { until: window.until, knownUntil: request.asOf, dismissed: facts.dismissed, minutes }), groups },
    survival: survivalSection({ cohorts: counted.map(({ cohort }) => cohort), comparison: facts.comparison, rows, watched: from, coverage: beside }),
    ...hoursSections(facts, window),
  };
}

/**
 * Where the weeks end: with the window, or, when that ends at the last activity, with the last merge of its lines. What
 * was written is merged days later.
 */
function lastMerge(counted: readonly PlacedView[], { until, endsAtLastActivity }: ReportWindow): number {
  return endsAtLastActivity ? counted.reduce((last, { cohort, view }) => (view.inWindow ? Math.max(last, cohort.mergedAt ?? 0) : last), until) : until;
}

function isMine(cohort: Cohort): boolean {
  return cohort.mine && countedGrades.includes(cohort.grade);
}

function windowOf(window: ReportWindow): ReadModel['window'] {
  return {
    since: new Date(window.since).toISOString(),
    until: new Date(window.until).toISOString(),
    asOf: new Date(window.asOf).toISOString(),
    endsAtLastActivity: window.endsAtLastActivity,
    lastActivity: window.lastActivity === null ? null : new Date(window.lastActivity).toISOString(),
  };
}

function repoOf(facts: ReportFacts, knownUntil: number): ReadModel['repo'] {
  const branch = facts.repo.defaultBranch;
  return {
    name: facts.repo.name,
    defaultBranch: branch === null ? null : { name: branch.name, commit: branch.commit, foundBy: branch.foundBy },
    knownUntil: new Date(knownUntil).toISOString(),
    notes: [...facts.repo.notes],
  };
}
