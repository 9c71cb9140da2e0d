import { captureLogs } from '../capture/captureLogs.ts';
import type { CaptureSummary } from '../capture/captureLogs.ts';
import { findLogs } from '../capture/logFiles.ts';
import type { FoundLogs } from '../capture/logFiles.ts';
import { agentSources } from '../capture/registry.ts';
import { type BranchAt, checkedOutBranches } from '../git/checkedOut.ts';
import { createCaptureStore } from '../ledger/captureStore.ts';
import { coverage } from '../ledger/coverage.ts';
import { unfollowed } from '../ledger/unfollowed.ts';
import type { Unfollowed } from '../ledger/unfollowed.ts';
import { addCounts, emptyCounts } from '../model/captureSource.ts';
import type { CaptureCounts, LogCursor } from '../model/captureSource.ts';
import type { Contribution } from '../model/contribution.ts';
import { editorSource } from '../model/observed.ts';
import type { DefaultBranch } from '../model/repository.ts';
import type { ProjectParts } from './projectParts.ts';
import { repositoryPaths } from './repositoryPaths.ts';
import { withdrawSeen } from './sameEdit.ts';

/** What reading the agents' logs came to, with what the editor saw since the last scan. */
export interface CaptureResult {
  readonly files: number;
  readonly bytesRead: number;
  readonly sessions: number;
  readonly contributions: number;
  /** All contributions from logs and the editor that the ledger holds now. */
  readonly held: number;
  readonly counts: CaptureCounts;
  /** Writing time of the earliest new contribution, or null. */
  readonly earliestNew: number | null;
  readonly freshPaths: ReadonlySet<string>;
  /** The editor's among the new ones. */
  readonly observed: readonly Unfollowed[];
  readonly problems: readonly string[];
}

/** The agents' log files as they lie there now, and how far each was read. */
export interface LogsNow {
  readonly cursorOf: (source: string, file: string) => LogCursor | null;
  readonly found: FoundLogs;
}

/** Looks at the log files of all agents and homes without opening any. */
export async function lookAtLogs(parts: ProjectParts): Promise<LogsNow> {
  const store = createCaptureStore(parts.ledger, parts.repo);
  const cursors = new Map(agentSources.map((source) => [source.id, new Map(store.cursors(source.id).map((cursor) => [cursor.file, cursor]))]));
  const cursorOf = (source: string, file: string): LogCursor | null => cursors.get(source)?.get(file) ?? null;
  return { cursorOf, found: await findLogs(agentSources, parts.homes, parts.uid, cursorOf) };
}

/** Reads what is new in the logs; each file with its cursor is kept in one transaction. */
export async function captureStep(parts: ProjectParts, main: DefaultBranch | null, { cursorOf, found }: LogsNow, signal: AbortSignal | undefined): Promise<CaptureResult> {
  const store = createCaptureStore(parts.ledger, parts.repo);
  const { uid } = parts;
  const files = [...found.found.values()].reduce((sum, count) => sum + count, 0);
  const observed = unfollowed(parts.ledger, parts.repo);
  const result = {
    files, bytesRead: 0, sessions: 0, contributions: observed.length, held: heldFromCapture(parts), counts: emptyCounts(),
    earliestNew: observed.length === 0 ? null : Math.min(...observed.map(({ at }) => at)), freshPaths: new Set(observed.map(({ path }) => path)), observed, problems: found.problems,
  };
  if (found.toRead.length === 0) return result;

  const paths = await repositoryPaths(parts, main);
  const withBranches = branchesBesideLogs(parts);
  const run = captureLogs({
    sources: agentSources, homes: parts.homes, uid, cursorOf, found,
    context: { key: parts.ledger.key, paths: paths.mapper, known: (id) => store.known(id) },
  });
  let done = 0;
  for await (const { source, reading } of run.readings) {
    signal?.throwIfAborted();
    const stored = store.store(source, { ...reading, contributions: (await withBranches(reading.contributions)).map(paths.markExcluded) });
    const seenToo = withdrawSeen(parts.ledger, parts.repo, reading.contributions);
    result.contributions += stored - seenToo;
    result.held += stored - seenToo;
    result.bytesRead += reading.bytesRead;
    result.sessions += reading.sessions.length;
    addCounts(result.counts, reading.counts);
    for (const { at, path } of reading.contributions) {
      result.freshPaths.add(path);
      if (result.earliestNew === null || at < result.earliestNew) result.earliestNew = at;
    }
    parts.options.progress({ name: 'Reading agent logs', done: ++done, total: found.toRead.length });
  }
  const summary: CaptureSummary = run.summary();
  return { ...result, problems: summary.problems };
}

/** Where a log names no branch, the one that was checked out: most agents' logs name none. */
function branchesBesideLogs({ facts }: ProjectParts): (contributions: readonly Contribution[]) => Promise<readonly Contribution[]> {
  let branchAt: Promise<BranchAt> | null = null;
  return async (contributions) => {
    if (contributions.every(({ branch }) => branch !== null)) return contributions;
    const known = await (branchAt ??= checkedOutBranches(facts));
    return contributions.map((one) => (one.branch === null ? { ...one, branch: known(one.worktree, one.at) } : one));
  };
}

function heldFromCapture({ ledger, repo }: ProjectParts): number {
  const sources = new Set([...agentSources.map((source) => source.id), editorSource]);
  return coverage(ledger, repo).reduce((sum, { source, contributions }) => sum + (sources.has(source) ? contributions : 0), 0);
}
