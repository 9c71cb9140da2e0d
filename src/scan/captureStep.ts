import { captureLogs } from '../capture/captureLogs.ts';
import type { CaptureSummary } from '../capture/captureLogs.ts';
import { findLogs } from '../capture/logFiles.ts';
import { agentSources } from '../capture/registry.ts';
import { excludedPaths } from '../git/attributes.ts';
import { excludedByName } from '../git/exclusionPatterns.ts';
import { listTree } from '../git/blobs.ts';
import { createPathMapper, directoriesOf } from '../git/pathMapping.ts';
import { createCaptureStore } from '../ledger/captureStore.ts';
import { coverage } from '../ledger/coverage.ts';
import { addCounts, emptyCounts } from '../model/captureSource.ts';
import type { CaptureCounts, LogCursor, LogReading } from '../model/captureSource.ts';
import { lineFlags } from '../model/lineText.ts';
import type { DefaultBranch } from '../model/repository.ts';
import type { ProjectParts } from './projectParts.ts';

/** What reading the agents' logs came to. */
export interface CaptureResult {
  readonly files: number;
  readonly bytesRead: number;
  readonly sessions: number;
  readonly contributions: number;
  /** All contributions from logs that the ledger holds now. */
  readonly held: number;
  readonly counts: CaptureCounts;
  /** Writing time of the earliest new contribution, or null. */
  readonly earliestNew: number | null;
  readonly freshPaths: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** Reads what is new in the logs of all agents and homes; each file with its cursor is kept in one transaction. */
export async function captureStep(parts: ProjectParts, main: DefaultBranch | null, signal: AbortSignal | undefined): Promise<CaptureResult> {
  const store = createCaptureStore(parts.ledger, parts.repo);
  const cursors = new Map(agentSources.map((source) => [source.id, new Map(store.cursors(source.id).map((cursor) => [cursor.file, cursor]))]));
  const cursorOf = (source: string, file: string): LogCursor | null => cursors.get(source)?.get(file) ?? null;
  const { uid } = parts;
  const found = await findLogs(agentSources, parts.homes, uid, cursorOf);
  const files = [...found.found.values()].reduce((sum, count) => sum + count, 0);
  const result = { files, bytesRead: 0, sessions: 0, contributions: 0, held: heldFromLogs(parts), counts: emptyCounts(), earliestNew: null as number | null, freshPaths: new Set<string>(), problems: found.problems };
  if (found.toRead.length === 0) return result;

  const tree = main === null ? [] : await listTree(parts.git, main.commit);
  const treePaths = tree.map((entry) => entry.path);
  const attributed = treePaths.some((path) => path === '.gitattributes' || path.endsWith('/.gitattributes')) ? await excludedPaths(parts.git, parts.facts, treePaths) : null;
  const known = new Set(treePaths);
  // a file that is not in the tree yet is judged by its name alone
  const isExcluded = (path: string): boolean => (attributed !== null && known.has(path) ? attributed.has(path) : excludedByName(path) !== null);
  const run = captureLogs({
    sources: agentSources, homes: parts.homes, uid, cursorOf,
    context: { key: parts.ledger.key, paths: createPathMapper(parts.facts, directoriesOf(treePaths)), known: (id) => store.known(id) },
  });
  let done = 0;
  for await (const { source, reading } of run.readings) {
    signal?.throwIfAborted();
    const marked = markExcluded(reading, isExcluded);
    const stored = store.store(source, marked);
    result.contributions += stored;
    result.held += stored;
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

function heldFromLogs({ ledger, repo }: ProjectParts): number {
  const logs = new Set(agentSources.map((source) => source.id));
  return coverage(ledger, repo).reduce((sum, { source, contributions }) => sum + (logs.has(source) ? contributions : 0), 0);
}

/** Lock files, generated, vendored, minified and snapshot files, by name or `.gitattributes`: their lines never count. */
function markExcluded(reading: LogReading, isExcluded: (path: string) => boolean): LogReading {
  if (!reading.contributions.some(({ path }) => isExcluded(path))) return reading;
  const contributions = reading.contributions.map((contribution) =>
    isExcluded(contribution.path) ? { ...contribution, inserted: contribution.inserted.map((line) => ({ ...line, flags: line.flags | lineFlags.excluded })) } : contribution,
  );
  return { ...reading, contributions };
}
