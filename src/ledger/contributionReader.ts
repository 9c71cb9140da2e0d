import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { grades } from '../model/provenance.ts';
import { decodeFindings, decodePrints } from './lineBlock.ts';
import { lineOf } from './lineFindings.ts';
import { float64sOf } from './numberBlob.ts';
import type { RepoTables } from './repoTables.ts';
import { decodeTokens } from './tokenBlock.ts';

/** One row of `contribution` with the texts of its session and episode and its lines. Names and paths by number. */
type ContributionRow = readonly [
  row: number, id: string, source: number, tool: number, model: number | null, session: string, at: number, path: number,
  worktree: number, branch: number | null, grade: number, mine: number, episode: string, count: number, removed: Uint8Array | null,
  lines: Uint8Array | null, tokens: Uint8Array | null,
];

const select = `SELECT contribution.row, contribution.id, contribution.source, contribution.tool, model, session.text, at, contribution.path,
  worktree, branch, grade, mine, episode.text, contribution.lines, removed, line_block.lines, tokens
  FROM contribution JOIN session ON session.id = contribution.session JOIN episode ON episode.id = contribution.episode
  LEFT JOIN line_block ON line_block.row = contribution.row LEFT JOIN token_block ON token_block.row = contribution.row`;

/** Reads contributions with their lines, as new objects. */
export interface ContributionReader {
  /** Ordered by (at, id). Those whose row `skip` knows are left out. */
  atPath(path: number, skip: (row: number) => boolean): StoredContribution[];
  ofEpisode(episode: number, skip: (row: number) => boolean): StoredContribution[];
  /** Null where this repository has none of that number. */
  byRow(row: number): StoredContribution | null;
  /** Up to `limit` contributions after one in the order (at, id); null: from the first. */
  after(last: { readonly at: number; readonly id: string } | null, limit: number): StoredContribution[];
}

export function contributionReader(tables: RepoTables): ContributionReader {
  const { ledger, repo, names, paths } = tables;
  const build = (row: ContributionRow): StoredContribution => {
    const [number, id, source, tool, model, session, at, pathId, worktree, branch, grade, mine, episode, count, removed, block, tokens] = row;
    const path = paths.textOf(pathId);
    const owner = { row: number, at, path };
    const findings = block === null ? [] : decodeFindings(block, count);
    const prints = block === null ? [] : decodePrints(block, count, decodeTokens(tokens));
    return {
      row: number,
      id,
      source: names.textOf(source),
      tool: names.textOf(tool),
      model: model === null ? null : names.textOf(model),
      session,
      at,
      path,
      worktree: names.textOf(worktree),
      branch: branch === null ? null : names.textOf(branch),
      grade: grades[grade]!,
      mine: mine === 1,
      episode,
      removed: removed === null ? [] : [...float64sOf(removed)],
      lines: prints.map((print): FollowedLine => lineOf(print, findings[print.ordinal]!, owner, tables)),
    };
  };
  const several = (where: string, value: number, skip: (row: number) => boolean): StoredContribution[] => {
    const rows = ledger.statement(`${select} WHERE ${where} ORDER BY at, contribution.id`).tuples<ContributionRow>(value);
    return rows.filter((row) => !skip(row[0])).map(build);
  };
  return {
    atPath: (path, skip) => several('contribution.path = ?', path, skip),
    ofEpisode: (episode, skip) => several('contribution.episode = ?', episode, skip),
    byRow(number) {
      const [row] = ledger.statement(`${select} WHERE contribution.row = ? AND contribution.repo = ?`).tuples<ContributionRow>(number, repo);
      return row === undefined ? null : build(row);
    },
    after(last, limit) {
      const from = last === null ? '' : 'AND (at, contribution.id) > (?, ?)';
      const rows = ledger
        .statement(`${select} WHERE contribution.repo = ? ${from} ORDER BY at, contribution.id LIMIT ${limit}`)
        .tuples<ContributionRow>(repo, ...(last === null ? [] : [last.at, last.id]));
      return rows.map(build);
    },
  };
}
