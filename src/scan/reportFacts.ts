import { acceptedDays } from '../ledger/afterAccepts.ts';
import { cohortsByOrigin } from '../ledger/cohortQuery.ts';
import { comparisonCohorts } from '../ledger/comparisonRollup.ts';
import { dismissals, dismissedAnywhere } from '../ledger/dismissals.ts';
import { handComparison } from '../ledger/handLines.ts';
import { contributionOutcomes } from '../ledger/outcomes.ts';
import { skipPrefix } from '../model/episode.ts';
import type { ReportFacts } from '../model/project.ts';
import type { ProjectParts } from './projectParts.ts';
import { knownUntil } from './readBranches.ts';
import type { Branches } from './readBranches.ts';
import { sourceHealth } from './sourceHealth.ts';
import { repositoryNotes } from './summarise.ts';
import { workFacts } from './workFacts.ts';

/** What a report is made from: rollups, never single lines. */
export async function reportFacts(parts: ProjectParts, branches: Branches): Promise<ReportFacts> {
  const { ai, hand } = cohortsByOrigin(parts.ledger, parts.repo);
  const until = knownUntil(branches.main, parts.options.asOf);
  const held = { cohorts: ai, outcomes: contributionOutcomes(parts.ledger, parts.repo) };
  return {
    repo: { name: parts.name, defaultBranch: branches.main, notes: repositoryNotes(parts) },
    sources: await sourceHealth(parts),
    ...held,
    comparison: [...handComparison(hand), ...comparisonCohorts(parts.ledger, parts.repo)],
    accepted: acceptedDays(parts.ledger, parts.repo),
    // a week is felt once, and asked about once, in however many repositories
    dismissed: new Set([...dismissals(parts.ledger, parts.repo), ...dismissedAnywhere(parts.ledger, skipPrefix)]),
    work: workFacts(parts, until, held),
    knownUntil: until,
  };
}
