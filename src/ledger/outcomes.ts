import type { ContributionOutcome } from '../model/contributionOutcome.ts';
import type { Ledger } from './ledger.ts';
import { lossesOf } from './outcomeColumns.ts';
import { repoTables } from './repoTables.ts';

type OutcomeRow = readonly [string, number, number, number, number, number, number, string | null];

/** What became of each of the person's own contributions written at or after `since` (UTC ms), ordered by (at, id). */
export function contributionOutcomes(ledger: Ledger, repo: number, { since = 0 }: { readonly since?: number } = {}): ContributionOutcome[] {
  const { names, paths } = repoTables(ledger, repo);
  const sessions = new Map<number, string>();
  const session = ledger.statement('SELECT text FROM session WHERE id = ?');
  const sessionOf = (id: number): string => {
    const known = sessions.get(id) ?? session.get<{ text: string }>(id)!.text;
    sessions.set(id, known);
    return known;
  };
  return ledger
    .statement('SELECT id, path, tool, session, at, effective, alive, losses FROM contribution WHERE repo = ? AND at >= ? AND mine = 1 ORDER BY at, id')
    .tuples<OutcomeRow>(repo, since)
    .map(([contribution, path, tool, sessionNumber, at, effectiveLines, aliveLines, losses]) => ({
      contribution,
      path: paths.textOf(path),
      tool: names.textOf(tool),
      session: sessionOf(sessionNumber),
      at,
      effectiveLines,
      aliveLines,
      losses: lossesOf(losses),
    }));
}
