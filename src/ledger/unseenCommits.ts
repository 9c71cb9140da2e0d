import type { Ledger } from './ledger.ts';

/** The person's own commits that name an AI tool, and those among them around which nothing of the tool was seen. */
export interface UnseenCommits {
  readonly tool: string;
  readonly commits: number;
  readonly unseen: number;
  /** UTC ms of the latest of all, and of the latest unseen one. */
  readonly lastAt: number;
  readonly lastUnseenAt: number;
}

/**
 * Tools with unseen commits since `from` (UTC ms). A commit is seen when a session or an edit of its tool, from whatever source,
 * lies within `around` milliseconds of it.
 */
export function unseenCommits(ledger: Ledger, repo: number, { from, to, around }: { readonly from: number; readonly to: number; readonly around: number }): UnseenCommits[] {
  return ledger
    .statement(
      `WITH one AS (
        SELECT declared.tool AS tool, declared.at AS at,
          EXISTS (SELECT 1 FROM contribution JOIN name ON name.id = contribution.tool
            WHERE contribution.repo = declared.repo AND name.text = declared.tool AND contribution.mine AND contribution.at BETWEEN declared.at - ?1 AND declared.at + ?1)
          OR EXISTS (SELECT 1 FROM session JOIN name ON name.id = session.tool
            WHERE session.repo = declared.repo AND name.text = declared.tool AND session.started_at <= declared.at + ?1 AND session.ended_at >= declared.at - ?1) AS seen
        FROM declared WHERE declared.repo = ?2 AND declared.mine AND declared.at BETWEEN ?3 AND ?4
      )
      SELECT tool, count(*), sum(NOT seen), max(at), max(CASE WHEN seen THEN 0 ELSE at END) FROM one GROUP BY tool HAVING sum(NOT seen) > 0 ORDER BY tool`,
    )
    .tuples<readonly [string, number, number, number, number]>(around, repo, from, to)
    .map(([tool, commits, unseen, lastAt, lastUnseenAt]) => ({ tool, commits, unseen, lastAt, lastUnseenAt }));
}
