import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { FingerprintKey } from '../model/fingerprint.ts';

/** A prepared statement. Failures come out in words where a person can do something about them. */
export interface Statement {
  /** All rows, each an object by column name. */
  all<Row>(...values: readonly SQLInputValue[]): Row[];
  /** All rows, each a tuple in the order of the columns: half the time of objects. */
  tuples<Row extends readonly unknown[]>(...values: readonly SQLInputValue[]): Row[];
  get<Row>(...values: readonly SQLInputValue[]): Row | undefined;
  /** @returns how many rows changed */
  run(...values: readonly SQLInputValue[]): number;
}

/** The open ledger. Everything is synchronous; long work belongs in a worker thread. */
export interface Ledger {
  readonly file: string;
  /** What the fingerprints in it are made with. */
  readonly key: FingerprintKey;
  /** Sentences to show to the person: a damaged ledger set aside, a slow disk. */
  readonly notices: readonly string[];
  /** Counts transactions that were undone: row numbers learnt before may not exist any more. */
  readonly undone: number;
  /** Prepared once, then kept. */
  statement(sql: string): Statement;
  /** Several statements without values. */
  run(sql: string): void;
  /** Runs `work` in a transaction of its own, or in the one that is open. */
  write<T>(work: () => T): T;
  /**
   * Runs `work` so that all its writes are kept or none. The lock is taken by the first write, not before, so
   * that long computing in front of it keeps nobody waiting.
   */
  unit<T>(work: () => T): T;
  close(): void;
}

/** Wraps an open database. `explain` turns what SQLite throws into what is thrown to the caller. */
export function makeLedger(database: DatabaseSync, facts: Pick<Ledger, 'file' | 'key' | 'notices'>, explain: (error: unknown) => unknown): Ledger {
  const statements = new Map<string, Statement>();
  let undone = 0;
  // none: every statement by itself; ready: a unit that has written nothing yet; open: inside a transaction
  let state: 'none' | 'ready' | 'open' = 'none';

  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explain(error);
    }
  };
  const run = (sql: string): void => guarded(() => database.exec(sql));
  const undo = (): void => {
    undone++;
    // SQLite undoes by itself after some failures, such as a full disk.
    if (database.isTransaction) run('ROLLBACK');
  };
  const begin = (): void => {
    run('BEGIN IMMEDIATE');
    state = 'open';
  };
  const unit = <T>(work: () => T, atOnce: boolean): T => {
    state = 'ready';
    try {
      if (atOnce) begin();
      const result = work();
      if (isOpen()) run('COMMIT');
      return result;
    } catch (error) {
      undo();
      throw error;
    } finally {
      state = 'none';
    }
  };
  // A function, since the compiler can't know that work() changes it.
  const isOpen = (): boolean => state === 'open';

  return {
    ...facts,
    get undone() {
      return undone;
    },
    statement(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const made = wrap(() => guarded(() => database.prepare(sql)), guarded);
      statements.set(sql, made);
      return made;
    },
    run,
    write(work) {
      if (state === 'none') return unit(work, true);
      if (state === 'ready') begin();
      return work();
    },
    unit(work) {
      if (state !== 'none') throw new Error('A unit of work can not hold another one.');
      return unit(work, false);
    },
    close() {
      if (!database.isOpen) return;
      database.close();
    },
  };
}

function wrap(prepare: () => StatementSync, guarded: <T>(work: () => T) => T): Statement {
  const plain = prepare();
  let arrays: StatementSync | undefined;
  return {
    all: <Row>(...values: readonly SQLInputValue[]) => guarded(() => plain.all(...values)) as Row[],
    tuples: <Row extends readonly unknown[]>(...values: readonly SQLInputValue[]) => {
      if (arrays === undefined) {
        arrays = prepare();
        arrays.setReturnArrays(true);
      }
      const statement = arrays;
      return guarded(() => statement.all(...values)) as unknown as Row[];
    },
    get: <Row>(...values: readonly SQLInputValue[]) => guarded(() => plain.get(...values)) as Row | undefined,
    run: (...values) => guarded(() => Number(plain.run(...values).changes)),
  };
}
