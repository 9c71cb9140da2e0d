import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isHand } from '../model/contribution.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import { activities } from './activities.ts';
import { acceptedDays } from './afterAccepts.ts';
import { allContributions } from './allLines.ts';
import { feltWeeks, paceRange } from './answers.ts';
import { cohortsByOrigin } from './cohortQuery.ts';
import { coins } from './coins.ts';
import { comparisonCohorts } from './comparisonRollup.ts';
import { coverage } from './coverage.ts';
import { operations } from './contributionWriter.ts';
import { createCaptureStore } from './captureStore.ts';
import { dismissals } from './dismissals.ts';
import { engineState, fileMaps } from './keptBlobs.ts';
import type { Ledger } from './ledger.ts';
import { filesOf, isWindowFile } from './ledgerFiles.ts';
import { commitOf } from './numberBlob.ts';
import { ownCommits } from './ownCommits.ts';
import { readPushes } from './pushes.ts';
import { repoTables } from './repoTables.ts';
import { type KnownRepository, repositories } from './repositories.ts';
import { sessionTurns } from './sessionTurns.ts';
import { revisions, toldWeeks } from './toldWeeks.ts';
import { unfollowed } from './unfollowed.ts';

export const exportSchema = 'ai-net-value/export/1';

export interface ExportOptions {
  /** Only this repository. */
  readonly repo?: number;
  /**
   * Reads a file map as the one who wrote it does: the line (id) at each line of the file, 0 for none. Without
   * it maps are named only, since their bytes hold numbers of this one ledger.
   */
  readonly mapLines?: (map: Uint8Array) => ArrayLike<number>;
  /** Reads engine state as the one who wrote it does, and names lines by `nameLine`. Without it only names are given. */
  readonly readState?: (name: string, value: Uint8Array, nameLine: NameLine) => object;
}

/** A line's contribution and its place in that, in place of its number; null for a number that is none. */
export type NameLine = (id: number) => readonly [contribution: string, ordinal: number] | null;

/**
 * Everything the ledger holds, one JSON object a line without the line feed. In canonical order and without row
 * numbers: two ledgers that hold the same facts give the same bytes. Leases are left out.
 */
export function* exportAll(ledger: Ledger, options: ExportOptions = {}): Generator<string> {
  yield* emptyExport();
  if (options.repo === undefined) for (const record of [...answersOf(ledger), ...windowsOf(ledger.file)]) yield JSON.stringify(record);
  for (const repository of repositories(ledger)) {
    if (options.repo !== undefined && options.repo !== repository.id) continue;
    for (const record of recordsOf(ledger, repository, options)) yield JSON.stringify(record);
  }
}

/** What the export of a ledger without anything in it is. */
export function* emptyExport(): Generator<string> {
  yield JSON.stringify({ kind: 'ledger', schema: exportSchema });
}

/** What the person answered; of no single repository. */
function* answersOf(ledger: Ledger): Generator<object> {
  for (const felt of feltWeeks(ledger)) yield { kind: 'felt week', ...felt };
  const range = paceRange(ledger);
  if (range !== null) yield { kind: 'pace', ...range };
}

/** What windows left beside the ledger, as it stands there. */
function* windowsOf(ledgerFile: string): Generator<object> {
  for (const file of filesOf(ledgerFile)) {
    if (isWindowFile(file) && file.endsWith('.json')) yield { kind: 'workspace', name: basename(file), kept: readFileSync(file, 'utf8') };
  }
}

function* recordsOf(ledger: Ledger, repository: KnownRepository, options: ExportOptions): Generator<object> {
  const { id: repo, ...facts } = repository;
  yield { kind: 'repository', ...facts };
  for (const one of coverage(ledger, repo)) {
    yield { kind: 'source', ...one };
    for (const cursor of createCaptureStore(ledger, repo).cursors(one.source)) yield { kind: 'log file', source: one.source, ...cursor };
  }
  yield* sessionsOf(ledger, repo);
  for (const { turns, ...one } of sessionTurns(ledger, repo)) yield { kind: 'turns', ...one, times: turns.map(({ at, by }) => [at, by]) };
  yield* contributionsOf(ledger, repo);
  yield* cohortsOf(ledger, repo);
  for (const one of comparisonCohorts(ledger, repo)) yield { kind: 'comparison', ...one };
  yield* declaredOf(ledger, repo);
  for (const one of ownCommits(ledger, repo)) yield { kind: 'own commit', ...one };
  for (const one of coins(ledger, repo)) yield { kind: 'coin', ...one };
  for (const one of toldWeeks(ledger, repo)) yield { kind: 'told week', ...one };
  for (const one of revisions(ledger, repo)) yield { kind: 'revision', ...one };
  const tables = repoTables(ledger, repo);
  for (const push of readPushes(tables)) yield { kind: 'push', ...push };
  for (const interval of activities(ledger, repo)) yield { ...interval, kind: 'activity', activity: interval.kind };
  for (const one of acceptedDays(ledger, repo)) yield { kind: 'accepted text', ...one };
  for (const { at, path } of unfollowed(ledger, repo)) yield { kind: 'unfollowed', at, path };
  for (const item of dismissals(ledger, repo)) yield { kind: 'dismissal', item };
  const maps = fileMaps(tables);
  for (const path of maps.names()) yield { kind: 'file map', path, ...mapOf(ledger, maps.get(path)!, options) };
  const states = engineState(tables);
  for (const name of states.names()) yield { kind: 'state', name, ...options.readState?.(name, states.get(name)!, lineNames(ledger)) };
}

function sessionsOf(ledger: Ledger, repo: number): object[] {
  return ledger
    .statement(`SELECT 'session' AS kind, source.text AS source, session.text AS id, tool.text AS tool, started_at AS startedAt, ended_at AS endedAt
      FROM session JOIN name AS source ON source.id = session.source JOIN name AS tool ON tool.id = session.tool
      WHERE session.repo = ? ORDER BY source.text, session.text`)
    .all(repo);
}

function* contributionsOf(ledger: Ledger, repo: number): Generator<object> {
  const operation = ledger.statement('SELECT operation FROM contribution WHERE row = ?');
  for (const contribution of allContributions(ledger, repo)) {
    const { row, lines, ...facts } = contribution;
    yield { kind: isHand(contribution) ? 'typed lines' : 'contribution', operation: operations[operation.get<{ operation: number }>(row)!.operation], ...facts, lines: lines.map(lineFacts) };
  }
}

function lineFacts(line: FollowedLine): object {
  const { id, contribution, ordinal, writtenAt, tokens, ...facts } = line;
  return { ...facts, tokens: tokens === null ? null : [...tokens] };
}

function* cohortsOf(ledger: Ledger, repo: number): Generator<object> {
  // Cohorts of one episode stand in the order in which they came up.
  const { ai, hand } = cohortsByOrigin(ledger, repo);
  const texts = [...ai.map((cohort) => JSON.stringify({ kind: 'cohort', ...cohort })), ...hand.map((cohort) => JSON.stringify({ kind: 'cohort of typed lines', ...cohort }))];
  for (const text of texts.toSorted()) yield JSON.parse(text) as object;
}

function* declaredOf(ledger: Ledger, repo: number): Generator<object> {
  const rows = ledger
    .statement('SELECT commit_id, tool, at, mine FROM declared WHERE repo = ? ORDER BY commit_id, tool')
    .tuples<readonly [Uint8Array, string, number, number]>(repo);
  for (const [commit, tool, at, mine] of rows) yield { kind: 'declared', commit: commitOf(commit), tool, at, mine: mine === 1 };
}

/** For each line of the file that is a followed one: where it stands, its contribution and its place in that. */
function mapOf(ledger: Ledger, map: Uint8Array, { mapLines }: ExportOptions): { lines?: (readonly [number, string, number])[] } {
  if (mapLines === undefined) return {};
  const nameLine = lineNames(ledger);
  const lines: (readonly [number, string, number])[] = [];
  for (const [index, id] of Array.from(mapLines(map)).entries()) {
    const named = id <= 0 ? null : nameLine(id);
    if (named !== null) lines.push([index + 1, ...named]);
  }
  return { lines };
}

function lineNames(ledger: Ledger): NameLine {
  const owner = ledger.statement('SELECT row, id, lines FROM contribution WHERE row < ? ORDER BY row DESC LIMIT 1');
  return (line) => {
    const contribution = owner.get<{ row: number; id: string; lines: number }>(line);
    return contribution === undefined || line > contribution.row + contribution.lines ? null : [contribution.id, line - contribution.row - 1];
  };
}
