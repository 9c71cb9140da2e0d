import { isHand } from '../model/contribution.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { contributionReader } from './contributionReader.ts';
import type { Ledger } from './ledger.ts';
import { repoTables } from './repoTables.ts';

const batch = 200;

/** Every contribution with its lines, those typed by hand among them, ordered by (at, id); read in small batches, so that no lock is held in between. */
export function* allContributions(ledger: Ledger, repo: number): Generator<StoredContribution> {
  const reader = contributionReader(repoTables(ledger, repo));
  let last: StoredContribution | null = null;
  for (;;) {
    const contributions: readonly StoredContribution[] = reader.after(last, batch);
    yield* contributions;
    last = contributions.at(-1) ?? null;
    if (contributions.length < batch) return;
  }
}

/** Every AI line with its contribution, ordered by (writtenAt, contribution id, ordinal): the order of `lines --json`. */
export function* allLines(ledger: Ledger, repo: number): Generator<{ readonly contribution: StoredContribution; readonly line: FollowedLine }> {
  for (const contribution of allContributions(ledger, repo)) if (!isHand(contribution)) for (const line of contribution.lines) yield { contribution, line };
}
