import type { Ledger } from './ledger.ts';

/** When the person's own contributions were written, and which session and episode each belongs to. */
export interface StoredMark {
  /** UTC ms. */
  readonly at: number;
  readonly source: string;
  readonly session: string;
  /** Branch and local day, joined by a line feed. */
  readonly episode: string;
}

/** Of one repository, in order of time. */
export function workMarks(ledger: Ledger, repo: number): StoredMark[] {
  return ledger
    .statement(`SELECT at, source.text, session.text, episode.text
      FROM contribution JOIN session ON session.id = contribution.session JOIN name AS source ON source.id = session.source JOIN episode ON episode.id = contribution.episode
      WHERE contribution.repo = ? AND mine = 1 ORDER BY at, contribution.id`)
    .tuples<readonly [number, string, string, string]>(repo)
    .map(([at, source, session, episode]) => ({ at, source, session, episode }));
}
