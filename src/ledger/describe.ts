import { existsSync, statSync } from 'node:fs';
import { handSource } from '../model/observed.ts';
import type { Ledger } from './ledger.ts';
import { filesOf, isWindowFile, keyFileOf } from './ledgerFiles.ts';
import { repositories } from './repositories.ts';

/** One kind of stored thing. Times are UTC ms. */
export interface StoredTable {
  /** For people: `contributions`. */
  readonly what: string;
  /** Which facts it holds, in words. */
  readonly holds: string;
  readonly rows: number;
  /** On the disk, with its indexes; null where this SQLite can't tell. */
  readonly bytes: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

export interface LedgerDescription {
  readonly file: string;
  readonly keyFile: string;
  /** Of all files of the ledger, copies set aside included. */
  readonly bytes: number;
  /** File names beside the database that belong to it. */
  readonly files: readonly string[];
  readonly repositories: readonly { readonly name: string; readonly path: string }[];
  readonly tables: readonly StoredTable[];
}

interface Described {
  readonly tables: readonly string[];
  readonly what: string;
  readonly holds: string;
  /** Column with a time, for the span. */
  readonly time?: string;
  /** Only some rows of the first table. */
  readonly where?: string;
}

const typed = `IN (SELECT id FROM name WHERE text = '${handSource}')`;

/** Every table of the schema, in words. A test fails when one is missing. */
const described: readonly Described[] = [
  { tables: ['repo'], what: 'repositories', holds: 'name, path, path of the git directory' },
  { tables: ['session'], what: 'sessions', holds: 'id, tool, first and last time; nothing that was said in them', time: 'started_at' },
  { tables: ['contribution'], what: 'contributions', holds: 'id, time, tool, model, session, path, branch, line counts, fingerprints of removed lines', time: 'at', where: `source NOT ${typed}` },
  { tables: ['contribution'], what: 'saves of typed lines', holds: 'id, time, window, path, branch, counts of lines that you typed by hand; counted in no figure about AI', time: 'at', where: `source ${typed}` },
  { tables: ['line_block'], what: 'lines', holds: 'two keyed fingerprints a line, where it was committed, merged and ended (a row for each contribution)' },
  { tables: ['token_block'], what: 'tokens', holds: 'keyed fingerprints of the tokens of lines that are in no commit yet, 30 days at most (a row for each contribution)' },
  { tables: ['uncommitted_line'], what: 'uncommitted lines', holds: 'which fingerprints are in no commit yet' },
  { tables: ['episode'], what: 'episodes', holds: 'branch and day, counts of lines by what became of them', time: 'day' },
  { tables: ['moment'], what: 'commits', holds: 'commit ids and times in which lines were written, merged or ended', time: 'at' },
  { tables: ['name', 'path'], what: 'names', holds: 'paths of files and working trees, branches, names of tools and models' },
  { tables: ['source'], what: 'sources', holds: 'how much each source gave and how far back it reaches' },
  { tables: ['log_cursor'], what: 'log files', holds: 'path, size, how far it was read, what was counted in it', time: 'modified_at' },
  { tables: ['file_map'], what: 'file maps', holds: 'which line of a file at the default branch is which followed line' },
  { tables: ['state'], what: 'reading positions', holds: 'how far git history was read, and keyed fingerprints of what branches added and of the blocks of lines that were there' },
  { tables: ['push'], what: 'pushes seen', holds: 'branch, commit and time', time: 'at' },
  { tables: ['comparison'], what: 'comparison counts', holds: 'counts of other lines by when they were merged and ended', time: 'merged_at' },
  { tables: ['declared'], what: 'declared commits', holds: 'commits whose trailers name an AI tool', time: 'at' },
  { tables: ['dismissal'], what: 'dismissals', holds: 'what you chose not to be shown again', time: 'at' },
  { tables: ['activity'], what: 'attended time', holds: 'beginning, end and kind of intervals: editing own or AI text, reading a diff, waiting for an agent', time: 'started_at' },
  { tables: ['session_turn'], what: 'turns', holds: 'times at which you and an agent took turns in a session; nothing of what was said (a row for each session and log file)' },
  { tables: ['own_commit'], what: 'your commits', holds: 'commit and time of your own commits', time: 'at' },
  { tables: ['felt_week'], what: 'felt weeks', holds: 'the hours you answered when asked how a week felt', time: 'week' },
  { tables: ['coin'], what: 'coins', holds: 'branch, day and side of coins flipped before small tasks', time: 'at' },
  { tables: ['pace_range'], what: 'pace', holds: 'the time for 50 lines by hand that you entered' },
  { tables: ['told_week', 'revision'], what: 'told weeks', holds: 'the net hours of each week as they were told, and when they were told differently', time: 'week' },
  { tables: ['after_accept'], what: 'accepted text, minutes later', holds: 'by day and tool: how many characters were accepted in the editor, and how many were there up to 15 minutes later', time: 'day' },
  { tables: ['unfollowed'], what: 'edits to follow', holds: 'time and path of edits seen in the editor since the last scan', time: 'at' },
  { tables: ['lease'], what: 'running scans', holds: 'process id of a scan that runs now' },
  { tables: ['meta'], what: 'settings', holds: 'when the ledger was made, the next free number, a check value of the key' },
];

/** What is stored, in words and numbers. Reads all pages of the database: not for every repaint. */
export function describeLedger(ledger: Ledger): LedgerDescription {
  const sizes = tableSizes(ledger);
  const files = filesOf(ledger.file);
  return {
    file: ledger.file,
    keyFile: keyFileOf(ledger.file),
    bytes: files.filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, 0),
    files,
    repositories: repositories(ledger).map(({ name, path }) => ({ name, path })),
    tables: [
      ...described.map(({ tables, what, holds, time, where = 'true' }) => ({
        what,
        holds,
        rows: tables.reduce((sum, table) => sum + ledger.statement(`SELECT count(*) AS rows FROM ${table} WHERE ${where}`).get<{ rows: number }>()!.rows, 0),
        bytes: sizes === null ? null : tables.reduce((sum, table) => sum + (sizes.get(table) ?? 0), 0),
        ...span(ledger, tables[0]!, time, where),
      })),
      windows(files),
    ],
  };
}

/** Files beside the database, one for each workspace in which something was edited. */
function windows(files: readonly string[]): StoredTable {
  const spans = files.filter((file) => isWindowFile(file) && file.endsWith('.json'));
  return {
    what: 'workspaces',
    holds: 'in a file of its own for each: where AI and typed text is in the files you edited there, as fingerprints and lengths of lines',
    rows: spans.length,
    bytes: spans.reduce((sum, file) => sum + statSync(file).size, 0),
    from: null,
    to: null,
  };
}

/** Tables that `describeLedger` speaks of. */
export function describedTables(): string[] {
  return [...new Set(described.flatMap(({ tables }) => tables))];
}

function span(ledger: Ledger, table: string, column: string | undefined, where: string): { from: number | null; to: number | null } {
  if (column === undefined) return { from: null, to: null };
  return ledger.statement(`SELECT min(${column}) AS "from", max(${column}) AS "to" FROM ${table} WHERE ${where}`).get()!;
}

/** Bytes by table with its indexes. `dbstat` is an option of SQLite that Electron's build may lack. */
function tableSizes(ledger: Ledger): Map<string, number> | null {
  const has = ledger.statement("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'").get();
  if (has === undefined) return null;
  const rows = ledger
    .statement('SELECT tbl_name, sum(pgsize) FROM dbstat JOIN sqlite_schema USING (name) GROUP BY tbl_name')
    .tuples<readonly [string, number]>();
  return new Map(rows);
}
