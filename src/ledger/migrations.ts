import type { DatabaseSync } from 'node:sqlite';
import { HumanError } from '../model/humanError.ts';
import { activityTable } from './activities.ts';
import { afterAcceptTable } from './afterAccepts.ts';
import { answerTables } from './answers.ts';
import { coinTable } from './coins.ts';
import { ownCommitTable } from './ownCommits.ts';
import { schemaVersion1 } from './schema.ts';
import { turnTable } from './sessionTurns.ts';
import { scalar } from './sqlite.ts';
import { toldTables } from './toldWeeks.ts';
import { unfollowedTable } from './unfollowed.ts';

/** One small step from the version before it. A step that was released never changes: a further one is added. */
export interface Migration {
  readonly version: number;
  /** What it does, in a few words. */
  readonly title: string;
  readonly apply: (database: DatabaseSync) => void;
}

/** All steps, in order, numbered from 1 without gaps. */
export const migrations: readonly Migration[] = [
  { version: 1, title: 'first schema', apply: (database) => database.exec(schemaVersion1) },
  { version: 2, title: 'attended time, and what the editor saw', apply: (database) => database.exec(activityTable + unfollowedTable) },
  { version: 3, title: 'what hours are told from', apply: (database) => database.exec(turnTable + ownCommitTable + answerTables + toldTables) },
  { version: 4, title: 'accepted text, minutes later', apply: (database) => database.exec(afterAcceptTable) },
  { version: 5, title: 'coins before small tasks', apply: (database) => database.exec(coinTable) },
];

/** Marks a file as a ledger of ours (SQLite's `application_id`): the letters ANVL. */
export const applicationId = 0x414e564c;

/** The newest version among the steps. */
export function latestVersion(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.version ?? 0;
}

/**
 * Brings a database to the newest version: every missing step in one transaction, so that a process that dies
 * in between leaves the old version, and a second process that comes at the same time finds nothing to do.
 * @throws {HumanError} when the database is newer than this program
 */
export function migrate(database: DatabaseSync, file: string, steps: readonly Migration[] = migrations): void {
  refuseNewer(versionOf(database), file, steps);
  if (versionOf(database) === latestVersion(steps)) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const from = versionOf(database);
    refuseNewer(from, file, steps);
    for (const step of steps) if (step.version > from) step.apply(database);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${latestVersion(steps)}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(scalar(database, 'PRAGMA user_version'));
}

/** @throws {HumanError} when `version` is newer than the newest step */
export function refuseNewer(version: number, file: string, steps: readonly Migration[] = migrations): void {
  if (version <= latestVersion(steps)) return;
  throw new HumanError(
    `The ledger ${file} was written by a newer AI Net Value (its version is ${version}, this one knows ${latestVersion(steps)}). It was left as it is: update AI Net Value, or choose another place with --ledger FILE.`,
  );
}
