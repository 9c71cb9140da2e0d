import type { CaptureCounts } from '../model/captureSource.ts';
import { countColumns, countsFrom } from './captureStore.ts';
import type { Ledger } from './ledger.ts';

/** What one source has given for a repository, and how far back it reaches. Times are UTC ms. */
export interface StoredCoverage {
  readonly source: string;
  /** Log files looked at, and those with sessions of this repository among them. */
  readonly files: number;
  readonly relevantFiles: number;
  readonly sessions: number;
  readonly counts: CaptureCounts;
  readonly contributions: number;
  readonly lines: number;
  /** Of the earliest and latest contribution; null without any. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Last change of any of its log files. */
  readonly lastSeenAt: number | null;
}

type FileRow = readonly [string, number, number, number, ...Parameters<typeof countsFrom>[0]];

/** Every source that has given or was asked for anything, ordered by name. */
export function coverage(ledger: Ledger, repo: number): StoredCoverage[] {
  const sums = countColumns.split(', ').map((column) => `sum(${column})`).join(', ');
  const files = ledger
    .statement(`SELECT source, count(*), sum(relevant), max(modified_at), ${sums} FROM log_cursor WHERE repo = ? GROUP BY source`)
    .tuples<FileRow>(repo);
  const given = ledger
    .statement('SELECT source, first_at, last_at, contributions, lines FROM source WHERE repo = ?')
    .tuples<readonly [string, number, number, number, number]>(repo);
  const sessions = ledger
    .statement('SELECT name.text, count(*) FROM session JOIN name ON name.id = session.source WHERE session.repo = ? GROUP BY session.source')
    .tuples<readonly [string, number]>(repo);
  const names = new Set([...files, ...given, ...sessions].map(([source]) => source));
  return [...names].toSorted().map((source) => {
    const [, count = 0, relevant = 0, lastSeenAt = null, ...counts] = files.find(([name]) => name === source) ?? [source];
    const [, firstAt = null, lastAt = null, contributions = 0, lines = 0] = given.find(([name]) => name === source) ?? [source];
    return {
      source,
      files: count,
      relevantFiles: relevant,
      sessions: sessions.find(([name]) => name === source)?.[1] ?? 0,
      counts: countsFrom(counts.length === 0 ? noCounts : (counts as unknown as typeof noCounts)),
      contributions,
      lines,
      firstAt,
      lastAt,
      lastSeenAt,
    };
  });
}

const noCounts = [0, 0, 0, 0, 0, 0, 0, 0, 0] as const;
