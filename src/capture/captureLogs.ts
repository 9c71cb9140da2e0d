import { emptyCounts } from '../model/captureSource.ts';
import type { AgentSource, CaptureContext, CaptureCounts, LogCursor, LogReading } from '../model/captureSource.ts';
import { HumanError } from '../model/humanError.ts';
import { findLogs } from './logFiles.ts';
import type { CaptureHome, FoundLogs } from './logFiles.ts';
import { memoPaths } from './memoPaths.ts';

export interface CaptureOptions {
  readonly sources: readonly AgentSource[];
  readonly homes: readonly CaptureHome[];
  /** User id of the running process; undefined on Windows. */
  readonly uid: number | undefined;
  readonly context: CaptureContext;
  readonly cursorOf: (source: string, file: string) => LogCursor | null;
  /** Where the files were looked at already. */
  readonly found?: FoundLogs;
}

/** What one source gave in this run. */
export interface SourceSummary {
  readonly source: string;
  readonly name: string;
  /** `not found` is no fault: the agent is not used here, or deleted its logs. */
  readonly state: 'not found' | 'read' | 'unchanged';
  readonly found: number;
  readonly unchanged: number;
  readonly read: number;
  /** Files read in which nothing belongs to this repository. */
  readonly elsewhere: number;
  readonly restarted: number;
  readonly bytes: number;
  readonly counts: CaptureCounts;
}

export interface CaptureSummary {
  readonly sources: readonly SourceSummary[];
  /** Short sentences that say what was not read and what to do about it. */
  readonly problems: readonly string[];
}

/** A reading with the id of the source it came from. */
export interface SourceReading {
  readonly source: string;
  readonly reading: LogReading;
}

export interface CaptureRun {
  /** One reading per changed file, oldest file first. The caller stores each with its cursor before asking for the next. */
  readonly readings: AsyncGenerator<SourceReading, void, undefined>;
  /** Complete once `readings` has ended. */
  readonly summary: () => CaptureSummary;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads what is new in the agents' logs. Every file is looked at, but only changed ones are opened, one at a
 * time: what costs time is parsing, and whether a record was seen before depends on the order.
 */
export function captureLogs(options: CaptureOptions): CaptureRun {
  const summaries = new Map(options.sources.map((source) => [source.id, emptySummary(source)]));
  const problems: string[] = [];
  const context: CaptureContext = { ...options.context, paths: memoPaths(options.context.paths), seen: options.context.seen ?? new Set<string>() };

  async function* read(): AsyncGenerator<SourceReading, void, undefined> {
    const logs = options.found ?? await findLogs(options.sources, options.homes, options.uid, options.cursorOf);
    problems.push(...logs.problems);
    for (const summary of summaries.values()) {
      summary.found = logs.found.get(summary.source) ?? 0;
      summary.unchanged = logs.unchanged.get(summary.source) ?? 0;
    }
    for (const { source, file, cursor } of logs.toRead) {
      const reading = await readOrReport(source, file, cursor, context, problems);
      if (reading === null) continue;
      addReading(summaries.get(source.id)!, reading);
      yield { source: source.id, reading };
    }
  }

  return {
    readings: read(),
    summary: () => ({ sources: [...summaries.values()].map((summary) => ({ ...summary, state: stateOf(summary) })), problems }),
  };
}

/** Null when the file could not be read; the others still are. */
async function readOrReport(
  source: AgentSource, file: string, cursor: LogCursor | null, context: CaptureContext, problems: string[],
): Promise<LogReading | null> {
  try {
    return await source.read(file, cursor, context);
  } catch (error) {
    if (HumanError.is(error)) {
      problems.push(error.message);
      return null;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    const remedy = code === null ? undefined : remedies[code];
    if (remedy === undefined) throw error;
    if (remedy !== '') problems.push(`${file} could not be read (${code}). ${remedy}`);
    return null;
  }
}

/** Faults of the file system that concern one file only. A file that is gone needs no word: agents delete old logs. */
const remedies: Readonly<Record<string, string>> = {
  ENOENT: '',
  EACCES: 'Give yourself permission to read it.',
  EPERM: 'Give yourself permission to read it.',
  EBUSY: 'Another program holds it; scan again later.',
  EIO: 'The disk reports a fault; check it and scan again.',
};

function emptySummary(source: AgentSource): Mutable<SourceSummary> {
  return {
    source: source.id, name: source.name, state: 'not found', found: 0, unchanged: 0, read: 0, elsewhere: 0, restarted: 0, bytes: 0, counts: emptyCounts(),
  };
}

function stateOf(summary: SourceSummary): SourceSummary['state'] {
  if (summary.found === 0) return 'not found';
  return summary.read === 0 ? 'unchanged' : 'read';
}

function addReading(summary: Mutable<SourceSummary>, reading: LogReading): void {
  summary.read++;
  summary.bytes += reading.bytesRead;
  if (!reading.cursor.relevant) summary.elsewhere++;
  if (reading.restarted) summary.restarted++;
  for (const name of Object.keys(summary.counts) as (keyof CaptureCounts)[]) summary.counts[name] += reading.counts[name];
}
