import type * as nodeSqlite from 'node:sqlite';
import { HumanError } from '../model/humanError.ts';

type Sqlite = typeof nodeSqlite;

/**
 * Node's own SQLite. It is asked for at run time, since older versions of Node have none and a static import
 * would keep the whole program from starting.
 * @throws {HumanError} where this Node has no SQLite
 */
export function loadSqlite(builtin: (name: string) => object | undefined = process.getBuiltinModule): Sqlite {
  const sqlite = withoutSqliteWarning(() => builtin?.('node:sqlite'));
  if (sqlite === undefined) {
    throw new HumanError(`This needs Node 22.13 or newer (it runs on ${process.versions.node}), for its built-in SQLite. Update Node, or VS Code to 1.104 or newer.`);
  }
  return sqlite as Sqlite;
}

/**
 * Node 22 prints "ExperimentalWarning: SQLite is an experimental feature" the moment the module is loaded. It
 * tells the user nothing, so this one warning, and only while loading, goes nowhere; all others pass.
 */
export function withoutSqliteWarning<T>(load: () => T): T {
  const emit = process.emitWarning;
  const quiet = (warning: string | Error, ...rest: unknown[]): void => {
    if (String(warning).includes('SQLite is an experimental feature')) return;
    Reflect.apply(emit, process, [warning, ...rest]);
  };
  process.emitWarning = quiet;
  try {
    return load();
  } finally {
    process.emitWarning = emit;
  }
}

/** The first column of the first row of a pragma or query. */
export function scalar(database: nodeSqlite.DatabaseSync, sql: string): unknown {
  const row = database.prepare(sql).get();
  return row === undefined ? undefined : Object.values(row)[0];
}
