import { type Stage, stages } from '../model/fate.ts';
import type { StageRow } from '../model/readModel.ts';
import { type StageOutcome, stageOutcomes } from '../model/readModelParts.ts';
import { count, type ViewedLines } from './evidence.ts';

/** How many lines got how far. The review row is there only when some push was ever seen. */
export function stageRows(rows: readonly ViewedLines[]): StageRow[] {
  const shown = stages.filter((stage) => stage !== 'review' || rows.some((row) => row.view.inWindow && row.view.outcomes.review === 'reached'));
  return shown.map((stage) => stageRow(rows, stage));
}

function stageRow(rows: readonly ViewedLines[], stage: Stage): StageRow {
  const figure = (outcome: StageOutcome) => count(rows, { stage: { name: stage, outcome } });
  const figures = { reached: figure('reached'), lost: figure('lost'), waiting: figure('waiting'), unknown: figure('unknown'), skipped: figure('skipped'), notOldEnough: figure('notOldEnough') };
  const of = stageOutcomes.reduce((sum, outcome) => (outcome === 'notOldEnough' ? sum : sum + figures[outcome].lines), 0);
  return { stage, of, ...figures };
}
