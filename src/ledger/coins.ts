import type { Ledger } from './ledger.ts';

/** Coins flipped before small tasks: with AI, or by hand. The first of a branch and day stands. */
export const coinTable = `
CREATE TABLE coin (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, episode TEXT NOT NULL, side TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (repo, episode)
) WITHOUT ROWID;
`;

export type CoinSide = 'ai' | 'hand';

export interface StoredCoin {
  /** Branch and local day, joined by a line feed. */
  readonly episode: string;
  readonly side: CoinSide;
  /** UTC ms. */
  readonly at: number;
}

/** Keeps a coin, unless one was flipped for that branch and day already. @returns the one that stands */
export function keepCoin(ledger: Ledger, repo: number, { episode, side, at }: StoredCoin): StoredCoin {
  return ledger.write(() => {
    ledger.statement('INSERT OR IGNORE INTO coin (repo, episode, side, at) VALUES (?, ?, ?, ?)').run(repo, episode, side, at);
    return { ...ledger.statement('SELECT episode, side, at FROM coin WHERE repo = ? AND episode = ?').get<StoredCoin>(repo, episode)! };
  });
}

/** All of a repository's, by branch and day. */
export function coins(ledger: Ledger, repo: number): StoredCoin[] {
  return ledger.statement('SELECT episode, side, at FROM coin WHERE repo = ? ORDER BY episode').all<StoredCoin>(repo).map((row) => ({ ...row }));
}
