import { emptyScore, figuresOf, mergeScores } from './score.ts';
import type { Score } from './score.ts';

const columns = ['origin F1', 'fate F1', 'cause', 'stage', 'alive ±pt', 'missing', 'invented', 'ambiguous', 'repeated'];

/** A plain-text table, one row a scenario and one for all together. */
export function scoreTable(title: string, scores: ReadonlyMap<string, Score>): string {
  const all = emptyScore();
  for (const score of scores.values()) mergeScores(all, score);
  const row = (name: string, score: Score): string => {
    const { originF1, fateF1, cause, stage, aliveError } = figuresOf(score);
    const { agree, of } = score.ambiguous;
    const { hit, invented, missed } = score.duplicates;
    const cells = [originF1.toFixed(4), fateF1.toFixed(4), cause.toFixed(4), stage.toFixed(4), aliveError.toFixed(2), String(score.missing), String(score.invented), `${agree}/${of}`, hit + invented + missed === 0 ? '' : `${hit}/${hit + missed}+${invented}`];
    return name.padEnd(40) + cells.map((cell) => cell.padStart(10)).join('');
  };
  const head = `${title} (${all.worlds} worlds)`.padEnd(40) + columns.map((name) => name.padStart(10)).join('');
  return [head, ...[...scores].map(([name, score]) => row(name, score)), '-'.repeat(head.length), row('all', all)].join('\n');
}

/** Per fate: how often it was said rightly, wrongly, not at all. */
export function fateTable(score: Score): string {
  return Object.entries(score.fates).map(([name, { hit, wrong, missed }]) => `${name.padEnd(14)}${String(hit).padStart(8)} right${String(wrong).padStart(6)} wrong${String(missed).padStart(6)} missed`).join('\n');
}
