import { joinTurns, type SessionTurns, type TurnTime } from '../model/sessionTurns.ts';
import { byteReader, byteWriter } from './byteWriter.ts';
import type { Ledger } from './ledger.ts';
import type { RepoTables } from './repoTables.ts';

/** When a person and an agent took turns, as each log file tells it; times only, packed. */
export const turnTable = `
CREATE TABLE session_turn (
  session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE, file INTEGER NOT NULL, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, turns BLOB NOT NULL,
  PRIMARY KEY (session, file)
) WITHOUT ROWID;
CREATE INDEX session_turn_repo ON session_turn (repo);
`;

/** A session's turns as one log file tells them. A forked or resumed session copies turns into its own file. */
export interface StoredTurns extends Omit<SessionTurns, 'whole'> {
  readonly source: string;
  readonly file: string;
}

/** Keeps the turns of sessions that are known, as one log file tells them. Inside a write. */
export function storeTurns({ ledger, repo, names }: RepoTables, source: string, file: string, told: readonly SessionTurns[]): void {
  const find = ledger.statement('SELECT id FROM session WHERE repo = ? AND source = ? AND text = ?');
  for (const { session, turns, whole } of told) {
    // a session of which nothing else concerns this repository is left alone
    const known = find.get<{ id: number }>(repo, names.find(source) ?? 0, session);
    if (known !== undefined) addTurns(ledger, repo, known.id, names.idOf(file), turns, whole);
  }
}

/**
 * Keeps what was read of a session's turns. Inside a write.
 * @param session and `file`, by their numbers
 * @param whole all that the file holds of the session: of what is known only what is older stays
 */
export function addTurns(ledger: Ledger, repo: number, session: number, file: number, turns: readonly TurnTime[], whole: boolean): void {
  if (turns.length === 0) return;
  const held = ledger.statement('SELECT turns FROM session_turn WHERE session = ? AND file = ?').get<{ turns: Uint8Array }>(session, file);
  const known = held === undefined ? [] : unpackTurns(held.turns);
  const before = whole ? known.filter(({ at }) => turns.every((turn) => at < turn.at)) : known;
  ledger.statement('INSERT OR REPLACE INTO session_turn (session, file, repo, turns) VALUES (?, ?, ?, ?)').run(session, file, repo, packTurns(joinTurns(before, turns)));
}

/** All turns of a repository's sessions, ordered by (source, session, file). */
export function sessionTurns(ledger: Ledger, repo: number): StoredTurns[] {
  return ledger
    .statement(`SELECT source.text, session.text, file.text, turns FROM session_turn
      JOIN session ON session.id = session_turn.session JOIN name AS source ON source.id = session.source JOIN name AS file ON file.id = session_turn.file
      WHERE session_turn.repo = ? ORDER BY source.text, session.text, file.text`)
    .tuples<readonly [string, string, string, Uint8Array]>(repo)
    .map(([source, session, file, turns]) => ({ source, session, file, turns: unpackTurns(turns) }));
}

/** Distance from the time before (odd: earlier), then the side: `4·|distance| + 2·earlier + agent`. */
function packTurns(turns: readonly TurnTime[]): Uint8Array {
  const writer = byteWriter();
  let before = 0;
  for (const { at, by } of turns) {
    writer.number(4 * Math.abs(at - before) + (at < before ? 2 : 0) + (by === 'agent' ? 1 : 0));
    before = at;
  }
  return writer.done();
}

function unpackTurns(bytes: Uint8Array): TurnTime[] {
  const reader = byteReader(bytes);
  const turns: TurnTime[] = [];
  let before = 0;
  while (!reader.atEnd()) {
    const packed = reader.number();
    const distance = Math.floor(packed / 4);
    before += packed % 4 >= 2 ? -distance : distance;
    turns.push({ at: before, by: packed % 2 === 1 ? 'agent' : 'person' });
  }
  return turns;
}
