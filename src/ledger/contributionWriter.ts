import type { SessionFacts } from '../model/captureSource.ts';
import type { Contribution, Operation } from '../model/contribution.ts';
import { HumanError } from '../model/humanError.ts';
import { isEffective } from '../model/lineText.ts';
import { grades } from '../model/provenance.ts';
import type { Ledger } from './ledger.ts';
import { packKind } from './lineCodec.ts';
import { encodeWritten } from './lineBlock.ts';
import { float64Bytes } from './numberBlob.ts';
import type { RepoTables } from './repoTables.ts';
import { encodeTokens } from './tokenBlock.ts';
import { episodeOf, localNoon } from './writtenLine.ts';

/** Line numbers have to fit into file maps. */
const rowLimit = 2 ** 29;

export const operations: readonly Operation[] = ['create', 'edit', 'delete', 'rename'];

/** Takes `count` row numbers in a row that nobody else gets. @returns the first */
export function reserveRows(ledger: Ledger, count: number): number {
  const take = ledger.statement("UPDATE meta SET value = value + ? WHERE name = 'next row' RETURNING value");
  const next = take.get<{ value: number }>(count)!.value;
  if (next > rowLimit) throw new HumanError(`The ledger ${ledger.file} is full. Begin a new one: data export FILE, then data erase.`);
  return next - count;
}

/**
 * Enters a contribution that is not held yet, its lines as written. Inside a write; the caller saves what was collected.
 * @param row the first of `1 + inserted.length` reserved numbers
 */
export function writeContribution(tables: RepoTables, contribution: Contribution, row: number): void {
  const { ledger, repo, names, paths, rollup, uncommitted } = tables;
  const { at, inserted, removed } = contribution;
  const tool = names.idOf(contribution.tool);
  const episode = episodeId(tables, contribution);
  const grade = grades.indexOf(contribution.grade);
  const effective = inserted.filter((line) => isEffective(line.flags)).length;
  const session = sessionId(tables, { id: contribution.session, source: contribution.source, tool: contribution.tool, startedAt: at, endedAt: at });
  ledger.statement(insertContribution).run(
    row, repo, contribution.id, at, names.idOf(contribution.source), tool, contribution.model === null ? null : names.idOf(contribution.model), session,
    paths.idOf(contribution.path), names.idOf(contribution.worktree), contribution.branch === null ? null : names.idOf(contribution.branch), episode,
    operations.indexOf(contribution.operation), grade, contribution.mine ? 1 : 0, inserted.length, inserted.length, effective,
    removed.length === 0 ? null : float64Bytes(removed),
  );
  if (inserted.length > 0) ledger.statement('INSERT INTO line_block (row, lines) VALUES (?, ?)').run(row, encodeWritten(inserted));
  const tokens = encodeTokens([...inserted.entries()].map(([ordinal, line]) => [ordinal, line.tokens]));
  if (tokens !== null) ledger.statement('INSERT INTO token_block (row, tokens) VALUES (?, ?)').run(row, tokens);
  for (const [ordinal, line] of inserted.entries()) uncommitted.enter(line.loose, row + 1 + ordinal);
  const pending = { committedAt: 0, pushedAt: 0, mergedAt: 0, diedAt: 0 };
  const add = (lines: number, flags: number): void => {
    if (lines > 0) rollup.add(episode, tool, { ...pending, kind: packKind(grade, contribution.mine, flags, 0, false) }, lines, 0);
  };
  add(effective, 0);
  add(inserted.length - effective, 1);
  ledger.statement(countSource).run(repo, contribution.source, at, at, inserted.length);
}

const insertContribution = `INSERT INTO contribution
  (row, repo, id, at, source, tool, model, session, path, worktree, branch, episode, operation, grade, mine, lines, waiting, effective, alive, lost, losses, removed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL, ?)`;

const countSource = `INSERT INTO source (repo, source, first_at, last_at, contributions, lines) VALUES (?, ?, ?, ?, 1, ?)
  ON CONFLICT DO UPDATE SET first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at),
    contributions = contributions + 1, lines = lines + excluded.lines`;

function episodeId({ ledger, repo }: RepoTables, contribution: Contribution): number {
  const text = episodeOf(contribution);
  const known = ledger.statement('SELECT id FROM episode WHERE repo = ? AND text = ?').get<{ id: number }>(repo, text);
  if (known !== undefined) return known.id;
  const insert = ledger.statement("INSERT INTO episode (repo, text, day, cohorts) VALUES (?, ?, ?, x'') RETURNING id");
  return insert.get<{ id: number }>(repo, text, localNoon(contribution.at))!.id;
}

/** Enters a session, or lets it reach as far as is known now. Inside a write. */
export function sessionId({ ledger, repo, names }: RepoTables, session: SessionFacts): number {
  const put = ledger.statement(`INSERT INTO session (repo, source, text, tool, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET started_at = min(started_at, excluded.started_at), ended_at = max(ended_at, excluded.ended_at) RETURNING id`);
  return put.get<{ id: number }>(repo, names.idOf(session.source), session.id, names.idOf(session.tool), session.startedAt, session.endedAt)!.id;
}
