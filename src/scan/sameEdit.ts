import { createFollowStore } from '../ledger/followStore.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { withdraw } from '../ledger/withdraw.ts';
import { isHand } from '../model/contribution.ts';
import type { Contribution } from '../model/contribution.ts';
import type { FollowStore } from '../model/followStore.ts';
import { editorSource } from '../model/observed.ts';
import { minute } from '../model/time.ts';

/** An agent's log and the editor tell of the same edit within this time. */
const sameEdit = 2 * minute;

type Told = Pick<Contribution, 'at' | 'path'> & { readonly lines: readonly { readonly loose: number }[] };

/** Whether an edit that the editor saw is, in most of its lines, one that an agent's log tells of. */
function isSame(seen: Told, logged: Told): boolean {
  if (seen.path !== logged.path || Math.abs(seen.at - logged.at) > sameEdit) return false;
  const known = new Set(logged.lines.map(({ loose }) => loose));
  return 2 * seen.lines.filter(({ loose }) => known.has(loose)).length >= seen.lines.length;
}

/** Whether a log that was read before tells of an edit that the editor saw. */
export function isInLog({ at, path, inserted }: Contribution, held: FollowStore): boolean {
  return held.contributionsAt(path).some((one) => one.source !== editorSource && !isHand(one) && isSame({ at, path, lines: inserted }, one));
}

/**
 * The log was read after the editor told: what the editor saw of the same edits is taken out again.
 * @returns how many contributions that were
 */
export function withdrawSeen(ledger: Ledger, repo: number, logged: readonly Contribution[]): number {
  const any = ledger.statement('SELECT 1 FROM source WHERE repo = ? AND source = ?').get(repo, editorSource);
  if (any === undefined) return 0;
  const held = createFollowStore(ledger, repo);
  const rows = new Set<number>();
  for (const { at, path, inserted } of logged) {
    for (const one of held.contributionsAt(path)) if (one.source === editorSource && isSame(one, { at, path, lines: inserted })) rows.add(one.row);
  }
  return [...rows].filter((row) => withdraw(ledger, repo, row)).length;
}
