import { causes } from '../model/fate.ts';
import type { Phase, PhaseRow } from '../model/readModel.ts';
import type { Figure } from '../model/readModelParts.ts';
import { count, type ViewedLines } from './evidence.ts';

const phases: readonly Phase[] = ['before commit', 'before merge', 'in review', 'after merge'];

/** In which part of their way lines died, split by cause. `in review` is there only with push evidence. */
export function phaseRows(rows: readonly ViewedLines[]): PhaseRow[] {
  return phases
    .filter((phase) => phase !== 'in review' || pushWasSeen(rows))
    .map((phase) => ({ phase, lost: count(rows, { phase }), causes: causes.map((cause) => ({ cause, figure: count(rows, { phase, cause }) })) }));
}

/** Lines that were edited in review and stayed alive; null without push evidence. */
export function editedInReview(rows: readonly ViewedLines[]): Figure | null {
  return pushWasSeen(rows) ? count(rows, { editedInReview: true }) : null;
}

function pushWasSeen(rows: readonly ViewedLines[]): boolean {
  return rows.some((row) => row.view.inWindow && row.view.outcomes.review === 'reached');
}
