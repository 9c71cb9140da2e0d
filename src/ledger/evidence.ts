import type { StoredContribution } from '../model/followedLine.ts';
import { handSource } from '../model/observed.ts';
import { contributionReader } from './contributionReader.ts';
import type { Ledger } from './ledger.ts';
import { repoTables } from './repoTables.ts';

/** Effective lines below a node of the evidence tree. */
export interface EvidenceCounts {
  readonly contributions: number;
  readonly effective: number;
  readonly alive: number;
  readonly lost: number;
}

/** A session that wrote something. Times are UTC ms. */
export interface EvidenceSession extends EvidenceCounts {
  /** Number within the ledger, to ask for what lies below. */
  readonly session: number;
  readonly id: string;
  readonly source: string;
  readonly tool: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A file that a session wrote to. */
export interface EvidenceFile extends EvidenceCounts {
  readonly path: string;
}

/** One contribution; its lines by `evidenceLines`. */
export interface EvidenceContribution {
  readonly row: number;
  readonly id: string;
  readonly path: string;
  readonly at: number;
  readonly effective: number;
  readonly alive: number;
  readonly lost: number;
}

const ofAi = `contribution.source NOT IN (SELECT id FROM name WHERE text = '${handSource}')`;
const counts = 'count(*) AS contributions, sum(effective) AS effective, sum(alive) AS alive, sum(lost) AS lost';

/** The person's own sessions that wrote something at or after `since` (UTC ms), latest first. Counts are of that time only. */
export function evidenceSessions(ledger: Ledger, repo: number, { since = 0 }: { readonly since?: number } = {}): EvidenceSession[] {
  return ledger
    .statement(`SELECT session.id AS session, session.text AS id, source.text AS source, tool.text AS tool, started_at AS startedAt, ended_at AS endedAt,
      contributions, effective, alive, lost
      FROM (SELECT session AS number, ${counts} FROM contribution WHERE repo = ? AND at >= ? AND mine = 1 AND ${ofAi} GROUP BY session)
      JOIN session ON session.id = number JOIN name AS source ON source.id = session.source JOIN name AS tool ON tool.id = session.tool
      ORDER BY started_at DESC, session.text`)
    .all<EvidenceSession>(repo, since);
}

/** The contributions of a session, in the order of writing. */
export function evidenceContributions(ledger: Ledger, repo: number, session: number): EvidenceContribution[] {
  return ledger
    .statement(`SELECT row, contribution.id AS id, path.text AS path, at, effective, alive, lost
      FROM contribution INDEXED BY contribution_session JOIN path ON path.id = contribution.path
      WHERE contribution.repo = ? AND session = ? AND mine = 1 AND ${ofAi} ORDER BY at, contribution.id`)
    .all<EvidenceContribution>(repo, session);
}

/** The files that a session wrote to, by path. */
export function evidenceFiles(ledger: Ledger, repo: number, session: number): EvidenceFile[] {
  return ledger
    .statement(`SELECT text AS path, contributions, effective, alive, lost
      FROM (SELECT path AS number, ${counts} FROM contribution INDEXED BY contribution_session WHERE repo = ? AND session = ? AND mine = 1 AND ${ofAi} GROUP BY path)
      JOIN path ON path.id = number ORDER BY text`)
    .all<EvidenceFile>(repo, session);
}

/** A contribution with its lines; null where this repository has none of that number. */
export function evidenceLines(ledger: Ledger, repo: number, row: number): StoredContribution | null {
  return contributionReader(repoTables(ledger, repo)).byRow(row);
}
