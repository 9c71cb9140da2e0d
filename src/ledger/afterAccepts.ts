import type { AcceptedDay } from '../model/acceptedDay.ts';
import type { AfterAccept } from '../model/observed.ts';
import type { Ledger } from './ledger.ts';
import { localNoon } from './writtenLine.ts';

/** How much accepted text was still there in the minutes after, by day. Characters only: how often something was accepted is not kept. */
export const afterAcceptTable = `
CREATE TABLE after_accept (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, day INTEGER NOT NULL, source TEXT NOT NULL, tool TEXT NOT NULL, seconds INTEGER NOT NULL,
  characters INTEGER NOT NULL, kept INTEGER NOT NULL, PRIMARY KEY (repo, day, source, tool, seconds)
) WITHOUT ROWID;
`;

/** Inside a write. */
export function addAfterAccepts(ledger: Ledger, repo: number, source: string, found: readonly AfterAccept[]): void {
  const add = ledger.statement(`INSERT INTO after_accept (repo, day, source, tool, seconds, characters, kept) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET characters = characters + excluded.characters, kept = kept + excluded.kept`);
  for (const { at, tool, seconds, characters, kept } of found) add.run(repo, localNoon(at), source, tool, seconds, characters, kept);
}

/** By day, source, tool and seconds. */
export function acceptedDays(ledger: Ledger, repo: number): AcceptedDay[] {
  return ledger.statement('SELECT day, source, tool, seconds, characters, kept FROM after_accept WHERE repo = ? ORDER BY day, source, tool, seconds').all<AcceptedDay>(repo);
}
