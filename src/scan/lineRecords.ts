import { allLines } from '../ledger/allLines.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import type { Cohort } from '../model/cohort.ts';
import type { GroupedBy } from '../model/contributionOutcome.ts';
import type { EvidenceLine } from '../model/evidenceLine.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { LineRecord } from '../model/lineStory.ts';
import { isEffective } from '../model/lineText.ts';
import { causeOfLine, fateOf, stageOf } from '../survival/lineFate.ts';
import { loadFollowState } from './followState.ts';
import { placesNow } from './placesNow.ts';
import type { PlaceNow } from './placesNow.ts';
import type { ProjectParts } from './projectParts.ts';

/** Every AI line ever followed, in the order of writing. Others' attested lines appear without any name. */
export function* lineRecords(parts: ProjectParts, knownUntil: number): Generator<LineRecord> {
  const places = currentPlaces(parts);
  for (const { contribution, line } of allLines(parts.ledger, parts.repo)) yield recordOf(contribution, line, places, knownUntil);
}

/** The person's own lines that belong to the wanted cohorts: what lies behind a figure. */
export function* evidenceLines(parts: ProjectParts, wanted: (cohort: Cohort, contribution: GroupedBy) => boolean, knownUntil: number): Generator<EvidenceLine> {
  const places = currentPlaces(parts);
  let of = -1;
  let by: GroupedBy = { path: '', tool: '', at: 0, effectiveLines: 0 };
  for (const { contribution, line } of allLines(parts.ledger, parts.repo)) {
    if (!contribution.mine) continue;
    if (contribution.row !== of) [of, by] = [contribution.row, groupedBy(contribution)];
    if (!wanted(cohortOf(contribution, line), by)) continue;
    yield { ...recordOf(contribution, line, places, knownUntil), session: contribution.session, contributionAt: contribution.at, contributionPath: contribution.path, ordinal: line.ordinal };
  }
}

function groupedBy({ path, tool, at, lines }: StoredContribution): GroupedBy {
  return { path, tool, at, effectiveLines: lines.filter(({ flags }) => isEffective(flags)).length };
}

function currentPlaces(parts: ProjectParts): Map<number, PlaceNow> {
  const store = createFollowStore(parts.ledger, parts.repo);
  return placesNow(store, loadFollowState(store)?.riders ?? []);
}

export function recordOf(contribution: StoredContribution, line: FollowedLine, places: ReadonlyMap<number, PlaceNow>, knownUntil: number): LineRecord {
  const now = line.place === 'trunk' ? places.get(line.id) : undefined;
  return {
    path: line.first?.path ?? contribution.path,
    line: line.first?.line ?? null,
    commit: line.first?.commit ?? null,
    contribution: contribution.id,
    tool: contribution.tool,
    grade: contribution.grade,
    mine: contribution.mine,
    writtenAt: line.writtenAt,
    stage: stageOf(line, knownUntil),
    fate: fateOf(line),
    cause: causeOfLine(line),
    retained: line.death === null ? line.retained : 0,
    diedAt: line.death?.at ?? null,
    diedCommit: line.death?.commit ?? null,
    pathNow: now?.path ?? null,
    lineNow: now?.line ?? null,
  };
}

/** The cohort that a single line belongs to, as the ledger counts it. */
function cohortOf(contribution: StoredContribution, line: FollowedLine): Cohort {
  const noon = new Date(contribution.at).setHours(12, 0, 0, 0);
  return {
    episode: contribution.episode, tool: contribution.tool, grade: contribution.grade, mine: contribution.mine, effective: isEffective(line.flags), writtenDay: noon,
    committedAt: line.first?.at ?? null, pushedAt: line.pushedAt, mergedAt: line.merged?.at ?? null, diedAt: line.death?.at ?? null,
    fate: fateOf(line), cause: causeOfLine(line), changes: line.changes, tier: line.tier, lines: 1, retained: line.death === null ? line.retained : 0,
  };
}
