import { isEffective, lineFlags } from '../model/lineText.ts';
import { grades } from '../model/provenance.ts';
import { decodeFindings, decodePrints, replaceFindings } from './lineBlock.ts';
import { packKind } from './lineCodec.ts';
import { noFindings } from './lineFindings.ts';
import { clearCollected, type RepoTables } from './repoTables.ts';
import { type CohortCounts, packCohorts } from './rollup.ts';

/**
 * Takes all lines of a repository back to how they were written and drops what was derived from history: maps,
 * engine state, comparison counts, and contributions that git attests (git attests them again in the replay).
 * Push evidence stays: reflogs don't come back. Inside a write.
 */
export function resetLines(tables: RepoTables): void {
  const { ledger, repo, uncommitted } = tables;
  ledger.statement('DELETE FROM contribution WHERE repo = ? AND grade = ?').run(repo, grades.indexOf('attested'));
  ledger.statement('DELETE FROM uncommitted_line WHERE repo = ?').run(repo);
  const rows = ledger.statement('SELECT row, lines FROM contribution WHERE repo = ? AND lines > 0').tuples<readonly [number, number]>(repo);
  clearCollected(tables);
  for (const [row, count] of rows) resetBlock(tables, row, count);
  uncommitted.save();
  for (const table of ['file_map', 'state', 'comparison']) ledger.statement(`DELETE FROM ${table} WHERE repo = ?`).run(repo);
  recountSources(tables);
  recountPending(tables);
}

function resetBlock({ ledger, uncommitted }: RepoTables, row: number, count: number): void {
  const { lines } = ledger.statement('SELECT lines FROM line_block WHERE row = ?').get<{ lines: Uint8Array }>(row)!;
  const flags = decodeFindings(lines, count).map((line) => line.flags & ~lineFlags.duplicate);
  for (const { ordinal, loose } of decodePrints(lines, count, new Map())) uncommitted.enter(loose, row + 1 + ordinal);
  ledger.statement('UPDATE line_block SET lines = ? WHERE row = ?').run(replaceFindings(lines, flags.map(noFindings)), row);
  ledger
    .statement('UPDATE contribution SET waiting = lines, effective = ?, alive = 0, lost = 0, losses = NULL WHERE row = ?')
    .run(flags.filter(isEffective).length, row);
}

function recountSources({ ledger, repo }: RepoTables): void {
  ledger.statement('DELETE FROM source WHERE repo = ?').run(repo);
  ledger
    .statement(`INSERT INTO source (repo, source, first_at, last_at, contributions, lines)
      SELECT ?, name.text, min(at), max(at), count(*), sum(lines) FROM contribution JOIN name ON name.id = contribution.source
      WHERE contribution.repo = ? GROUP BY contribution.source`)
    .run(repo, repo);
}

/** Every line is pending now, so that the counts follow from the contributions alone. */
function recountPending({ ledger, repo }: RepoTables): void {
  ledger.statement("UPDATE episode SET cohorts = x'' WHERE repo = ?").run(repo);
  const sums = ledger
    .statement('SELECT episode, tool, grade, mine, sum(effective), sum(lines - effective) FROM contribution WHERE repo = ? GROUP BY episode, tool, grade, mine')
    .tuples<readonly [number, number, number, number, number, number]>(repo);
  const none = { committedAt: 0, pushedAt: 0, mergedAt: 0, diedAt: 0 };
  const cohorts = new Map<number, CohortCounts[]>();
  for (const [episode, tool, grade, mine, effective, others] of sums) {
    const counts = cohorts.get(episode) ?? [];
    cohorts.set(episode, counts);
    if (effective > 0) counts.push([tool, { ...none, kind: packKind(grade, mine === 1, 0, 0, false) }, effective, 0]);
    if (others > 0) counts.push([tool, { ...none, kind: packKind(grade, mine === 1, lineFlags.blank, 0, false) }, others, 0]);
  }
  for (const [episode, counts] of cohorts) ledger.statement('UPDATE episode SET cohorts = ? WHERE id = ?').run(packCohorts(counts), episode);
}
