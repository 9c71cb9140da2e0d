import { insertedLines } from '../capture/text/insertedLines.ts';
import { addActivities } from '../ledger/activities.ts';
import { createCaptureStore } from '../ledger/captureStore.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import { addUnfollowed } from '../ledger/unfollowed.ts';
import { emptyCounts } from '../model/captureSource.ts';
import type { CaptureCounts, LogReading } from '../model/captureSource.ts';
import type { Contribution } from '../model/contribution.ts';
import type { FollowStore } from '../model/followStore.ts';
import { editorSource } from '../model/observed.ts';
import type { AcceptedEdit, Observed } from '../model/observed.ts';
import type { DefaultBranch } from '../model/repository.ts';
import { minute } from '../model/time.ts';
import type { ProjectParts } from './projectParts.ts';
import { repositoryPaths } from './repositoryPaths.ts';
import type { RepositoryPaths } from './repositoryPaths.ts';

/** An agent's log and the editor tell of the same edit within this time. */
const sameEdit = 2 * minute;

/**
 * Keeps what an editor window saw: accepted edits as contributions of grade `observed`, all of it in one
 * transaction. Text that an agent's own log holds already is the log's.
 * @returns how many contributions were new
 */
export async function keepObserved(parts: ProjectParts, main: DefaultBranch | null, { edits, counts, activity }: Observed): Promise<number> {
  const { ledger, repo } = parts;
  const store = createCaptureStore(ledger, repo);
  const seen: CaptureCounts = { ...emptyCounts(), records: counts.characters, unknownRecords: counts.unknown };
  const fresh = edits.length === 0 ? [] : contributionsOf(parts, await repositoryPaths(parts, main), edits, seen);
  return ledger.write(() => {
    addActivities(ledger, repo, activity);
    for (const { id, at, path } of fresh) if (!store.known(id)) addUnfollowed(ledger, repo, at, path);
    return store.store(editorSource, readingOf(fresh, seen, parts.options.asOf));
  });
}

function contributionsOf({ ledger, repo }: ProjectParts, paths: RepositoryPaths, edits: readonly AcceptedEdit[], counts: CaptureCounts): Contribution[] {
  const held = createFollowStore(ledger, repo);
  const contributions: Contribution[] = [];
  for (const { id, session, at, file, tool, model, before, after } of edits) {
    const mapped = paths.mapper.map(file, null);
    if (mapped === null) {
      counts.elsewhere++;
      continue;
    }
    const contribution = paths.markExcluded({
      id, source: editorSource, tool, model, session, at, path: mapped.path, worktree: mapped.worktree, branch: null, operation: 'edit', grade: 'observed', mine: true,
      ...insertedLines(before, after, mapped.path, ledger.key),
    });
    if (isInLog(contribution, held)) counts.duplicates++;
    else {
      counts.accepted++;
      contributions.push(contribution);
    }
  }
  return contributions;
}

function isInLog({ path, at, inserted }: Contribution, held: FollowStore): boolean {
  const near = held.contributionsAt(path).filter((one) => one.source !== editorSource && Math.abs(one.at - at) <= sameEdit);
  return near.some(({ lines }) => {
    const known = new Set(lines.map(({ loose }) => loose));
    return 2 * inserted.filter(({ loose }) => known.has(loose)).length >= inserted.length;
  });
}

/** The editor has no log; what it gave is counted as if it were one. */
function readingOf(contributions: readonly Contribution[], counts: CaptureCounts, now: number): LogReading {
  const cursor = { file: editorSource, identity: editorSource, size: 0, modifiedAt: now, offset: 0, head: 0, carry: null, relevant: true };
  return { contributions, sessions: [], turns: [], counts, bytesRead: 0, restarted: false, cursor };
}
