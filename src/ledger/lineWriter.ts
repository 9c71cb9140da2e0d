import { grades } from '../model/provenance.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { decodeFindings, replaceFindings } from './lineBlock.ts';
import { cohortOf, type LineFindings, packLine, sameFindings } from './lineFindings.ts';
import { outcomeOf } from './outcomeColumns.ts';
import type { RepoTables } from './repoTables.ts';
import { encodeTokens } from './tokenBlock.ts';

/**
 * Writes changed lines, moves each from its old cohort to its new one, and brings the outcomes of their
 * contributions up to date. What a line was before is read from the ledger itself, so that the counts fit
 * whatever the caller believed. Inside a write; the caller saves what was collected.
 */
export function writeLines(tables: RepoTables, changed: ReadonlyMap<StoredContribution, ReadonlySet<FollowedLine>>): void {
  for (const [contribution, lines] of changed) writeLinesOf(tables, contribution, lines);
}

function writeLinesOf(tables: RepoTables, contribution: StoredContribution, changed: ReadonlySet<FollowedLine>): void {
  const { ledger, names, rollup, uncommitted } = tables;
  const { row, mine } = contribution;
  const held = ledger.statement('SELECT line_block.lines, episode FROM line_block JOIN contribution USING (row) WHERE row = ?');
  const block = held.get<{ lines: Uint8Array; episode: number }>(row);
  if (block === undefined) throw new RangeError(`Contribution ${row} has no lines in the ledger.`);
  const findings = decodeFindings(block.lines, contribution.lines.length);
  const tool = names.idOf(contribution.tool);
  const grade = grades.indexOf(contribution.grade);
  let wrote = false;
  for (const line of changed) {
    const before = findings[line.ordinal]!;
    const after = packLine(line, contribution, tables);
    if (sameFindings(before, after)) continue;
    wrote = true;
    findings[line.ordinal] = after;
    if (before.first === null && after.first !== null) uncommitted.leave(line.loose, line.id);
    if (before.first !== null && after.first === null) uncommitted.enter(line.loose, line.id);
    rollup.add(block.episode, tool, cohortOf(before, grade, mine, tables), -1, -before.lostShare);
    rollup.add(block.episode, tool, cohortOf(after, grade, mine, tables), 1, after.lostShare);
  }
  if (!wrote) return;
  ledger.statement('UPDATE line_block SET lines = ? WHERE row = ?').run(replaceFindings(block.lines, findings), row);
  writeOutcome(tables, row, findings);
  writeTokens(tables, contribution);
}

function writeOutcome(tables: RepoTables, row: number, findings: readonly LineFindings[]): void {
  const { effective, alive, lost, losses } = outcomeOf(findings, tables);
  const waiting = findings.filter((line) => line.first === null && line.died === null).length;
  tables.ledger
    .statement('UPDATE contribution SET waiting = ?, effective = ?, alive = ?, lost = ?, losses = ? WHERE row = ?')
    .run(waiting, effective, alive, lost, losses, row);
}

/** Keeps token fingerprints of lines that no commit holds. */
function writeTokens({ ledger }: RepoTables, { row, lines }: StoredContribution): void {
  const needed = lines.filter((line) => line.first === null && line.tokens !== null);
  const tokens = encodeTokens(needed.map((line) => [line.ordinal, line.tokens!]));
  if (tokens === null) ledger.statement('DELETE FROM token_block WHERE row = ?').run(row);
  else ledger.statement('INSERT INTO token_block (row, tokens) VALUES (?, ?) ON CONFLICT DO UPDATE SET tokens = excluded.tokens').run(row, tokens);
}
