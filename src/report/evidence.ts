import type { GroupedBy } from '../model/contributionOutcome.ts';
import type { EvidenceFilter, Figure } from '../model/readModelParts.ts';
import { isInGroup, isToldInGroups } from '../value/groupCounts.ts';
import type { LineView } from './lineView.ts';

/**
 * Which lines a filter names: those for which everything in it holds. Figures are counted with this very
 * function, so that opening one always shows exactly its lines; those of groups are counted by contribution, which
 * has to be given for them.
 */
export function evidenceMatcher(filter: EvidenceFilter): (view: LineView, contribution?: GroupedBy) => boolean {
  const { group, stage, phase, editedInReview, fate, cause, tool, week, atRiskOnDay } = filter;
  const anyTime = week !== undefined || atRiskOnDay !== undefined || group !== undefined;
  const weekStart = week === undefined ? 0 : Date.parse(week.start);
  const groupName = group === undefined ? null : { ...group, writtenUntil: Date.parse(group.writtenUntil) };
  return (view, contribution) => {
    if (groupName !== null && (contribution === undefined || !isInGroup(groupName, contribution) || !isToldInGroups(view))) return false;
    if (!anyTime && !view.inWindow) return false;
    if (week !== undefined && view.weeks[week.event] !== weekStart) return false;
    if (stage !== undefined && view.outcomes[stage.name] !== stage.outcome) return false;
    if (phase !== undefined && view.phase !== phase) return false;
    if (fate !== undefined && view.fate !== fate) return false;
    if (cause !== undefined && (view.cause ?? 'unknown') !== cause) return false;
    if (tool !== undefined && view.tool !== tool) return false;
    if (editedInReview === true && !view.editedInReview) return false;
    return atRiskOnDay === undefined || (view.watched !== null && view.watched.entry <= atRiskOnDay && atRiskOnDay <= view.watched.exit);
  };
}

/** Lines that a report sees alike. */
export interface ViewedLines {
  readonly view: LineView;
  readonly lines: number;
  /** Sum of the retained shares over the lines. */
  readonly retained: number;
}

/** A figure: how many lines a filter names. */
export function count(rows: readonly ViewedLines[], evidence: EvidenceFilter): Figure {
  const matches = evidenceMatcher(evidence);
  let lines = 0;
  for (const row of rows) if (matches(row.view)) lines += row.lines;
  return { lines, evidence };
}
