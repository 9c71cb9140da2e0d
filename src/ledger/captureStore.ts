import type { CaptureCounts, LogCursor, LogReading } from '../model/captureSource.ts';
import { reserveRows, sessionId, writeContribution } from './contributionWriter.ts';
import type { Ledger } from './ledger.ts';
import { clearCollected, repoTables, saveCollected } from './repoTables.ts';
import { storeTurns } from './sessionTurns.ts';

/** Where capture keeps what it read for one repository. */
export interface CaptureStore {
  /** Whether a contribution is held already, e.g. since a resumed session copied it. */
  known(id: string): boolean;
  /** How far each log file of a source was read, ordered by file. */
  cursors(source: string): LogCursor[];
  cursor(source: string, file: string): LogCursor | null;
  /**
   * Keeps what was read from one log file, with how far it was read: all or nothing. Contributions that are
   * held already are left alone.
   * @returns how many contributions were new
   */
  store(source: string, reading: LogReading): number;
}

/** The counts' columns in `log_cursor`, in the order of `countsOf`. */
export const countColumns = 'records, accepted, rejected, failed, duplicates, elsewhere, unanswered, unknown_records, unreadable';

type CountRow = readonly [number, number, number, number, number, number, number, number, number];

export function countsFrom(row: CountRow): CaptureCounts {
  const [records, accepted, rejected, failed, duplicates, elsewhere, unanswered, unknownRecords, unreadable] = row;
  return { records, accepted, rejected, failed, duplicates, elsewhere, unanswered, unknownRecords, unreadable };
}

function countsOf(counts: CaptureCounts): CountRow {
  const { records, accepted, rejected, failed, duplicates, elsewhere, unanswered, unknownRecords, unreadable } = counts;
  return [records, accepted, rejected, failed, duplicates, elsewhere, unanswered, unknownRecords, unreadable];
}

interface CursorRow {
  readonly file: string;
  readonly identity: string;
  readonly size: number;
  readonly modified_at: number;
  readonly read_to: number;
  readonly head: number;
  readonly carry: string | null;
  readonly relevant: number;
}

function cursorOf({ file, identity, size, modified_at, read_to, head, carry, relevant }: CursorRow): LogCursor {
  return { file, identity, size, modifiedAt: modified_at, offset: read_to, head, carry, relevant: relevant === 1 };
}

const cursorColumns = 'file, identity, size, modified_at, read_to, head, carry, relevant';

export function createCaptureStore(ledger: Ledger, repo: number): CaptureStore {
  const tables = repoTables(ledger, repo);
  const known = ledger.statement('SELECT 1 FROM contribution WHERE repo = ? AND id = ?');
  const isKnown = (id: string): boolean => known.get(repo, id) !== undefined;

  const storeContributions = (reading: LogReading): number => {
    const fresh = new Map(reading.contributions.filter((one) => !isKnown(one.id)).map((one) => [one.id, one]));
    let numbers = 0;
    for (const one of fresh.values()) numbers += 1 + one.inserted.length;
    if (numbers === 0) return 0;
    let row = reserveRows(ledger, numbers);
    for (const one of fresh.values()) {
      writeContribution(tables, one, row);
      row += 1 + one.inserted.length;
    }
    return fresh.size;
  };

  return {
    known: isKnown,
    cursors: (source) =>
      ledger.statement(`SELECT ${cursorColumns} FROM log_cursor WHERE repo = ? AND source = ? ORDER BY file`).all<CursorRow>(repo, source).map(cursorOf),
    cursor(source, file) {
      const row = ledger.statement(`SELECT ${cursorColumns} FROM log_cursor WHERE repo = ? AND source = ? AND file = ?`).get<CursorRow>(repo, source, file);
      return row === undefined ? null : cursorOf(row);
    },
    store(source, reading) {
      try {
        return ledger.write(() => {
          const stored = storeContributions(reading);
          for (const session of reading.sessions) sessionId(tables, session);
          storeTurns(tables, source, reading.cursor.file, reading.turns);
          saveCollected(tables);
          writeCursor(ledger, repo, source, reading);
          return stored;
        });
      } finally {
        clearCollected(tables);
      }
    },
  };
}

function writeCursor(ledger: Ledger, repo: number, source: string, reading: LogReading): void {
  const { file, identity, size, modifiedAt, offset, head, carry, relevant } = reading.cursor;
  const held = ledger
    .statement(`SELECT ${countColumns} FROM log_cursor WHERE repo = ? AND source = ? AND file = ?`)
    .tuples<CountRow>(repo, source, file)[0];
  const counts = held === undefined ? reading.counts : sum(countsFrom(held), reading);
  ledger
    .statement(`INSERT OR REPLACE INTO log_cursor (repo, source, ${cursorColumns}, ${countColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(repo, source, file, identity, size, modifiedAt, offset, head, carry, relevant ? 1 : 0, ...countsOf(counts));
}

/**
 * Counts of a file after a further reading. One that was read again from its start counts anew, except that its
 * own edits come back as duplicates of themselves.
 */
function sum(held: CaptureCounts, { counts, restarted }: LogReading): CaptureCounts {
  if (restarted) {
    return { ...counts, accepted: held.accepted + counts.accepted, duplicates: Math.max(0, counts.duplicates - held.accepted) };
  }
  const both = countsOf(held).map((value, at) => value + countsOf(counts)[at]!);
  return countsFrom(both as unknown as CountRow);
}
