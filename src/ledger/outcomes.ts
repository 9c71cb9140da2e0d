import { isHand } from '../model/contribution.ts';
import type { ContributionOutcome } from '../model/contributionOutcome.ts';
import type { Ledger } from './ledger.ts';
import { lossesOf } from './outcomeColumns.ts';
import { repoTables } from './repoTables.ts';

type OutcomeRow = readonly [string, string, number, string, string, number, number, number, string | null];

/** What became of each of the person's own AI contributions written at or after `since` (UTC ms), ordered by (at, id). */
export function contributionOutcomes(ledger: Ledger, repo: number, { since = 0 }: { readonly since?: number } = {}): ContributionOutcome[] {
  const { names } = repoTables(ledger, repo);
  return ledger
    .statement(`SELECT contribution.id, path.text, contribution.tool, session.text, episode.text, at, effective, alive, losses
      FROM contribution JOIN path ON path.id = contribution.path JOIN session ON session.id = contribution.session JOIN episode ON episode.id = contribution.episode
      WHERE contribution.repo = ? AND at >= ? AND mine = 1 ORDER BY at, contribution.id`)
    .tuples<OutcomeRow>(repo, since)
    .filter(([, , tool]) => !isHand({ tool: names.textOf(tool) }))
    .map(([contribution, path, tool, session, episode, at, effectiveLines, aliveLines, losses]) => ({
      contribution,
      path,
      tool: names.textOf(tool),
      session,
      episode,
      at,
      effectiveLines,
      aliveLines,
      losses: lossesOf(losses),
    }));
}
