import { insertedLines } from '../capture/text/insertedLines.ts';
import { addActivities } from '../ledger/activities.ts';
import { addAfterAccepts } from '../ledger/afterAccepts.ts';
import { createCaptureStore } from '../ledger/captureStore.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import { addUnfollowed } from '../ledger/unfollowed.ts';
import { emptyCounts } from '../model/captureSource.ts';
import type { CaptureCounts, LogReading } from '../model/captureSource.ts';
import { handTool } from '../model/contribution.ts';
import type { Contribution } from '../model/contribution.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import { editorSource, handSource } from '../model/observed.ts';
import type { AcceptedEdit, Observed, SeenText, TypedText } from '../model/observed.ts';
import type { DefaultBranch } from '../model/repository.ts';
import type { ProjectParts } from './projectParts.ts';
import { repositoryPaths } from './repositoryPaths.ts';
import type { RepositoryPaths } from './repositoryPaths.ts';
import { isInLog } from './sameEdit.ts';

/**
 * Keeps what an editor window saw: accepted edits as contributions of grade `observed`, lines typed by hand beside
 * them, all of it in one transaction. Text that an agent's own log holds already is the log's.
 * @returns how many AI contributions were new
 */
export async function keepObserved(parts: ProjectParts, main: DefaultBranch | null, { edits, typed, afterAccepts, counts, activity }: Observed): Promise<number> {
  const { ledger, repo } = parts;
  const store = createCaptureStore(ledger, repo);
  const seen: CaptureCounts = { ...emptyCounts(), records: counts.characters, unknownRecords: counts.unknown };
  const paths = edits.length + typed.length === 0 ? null : await repositoryPaths(parts, main);
  const fresh = paths === null ? [] : contributionsOf(parts, paths, edits, seen);
  const hand = paths === null ? [] : handContributionsOf(parts, paths, typed);
  return ledger.write(() => {
    addActivities(ledger, repo, activity);
    addAfterAccepts(ledger, repo, editorSource, afterAccepts);
    // Lines typed by hand wait for the next commits; what was followed already is not followed anew for them.
    if (hand.length > 0) store.store(handSource, readingOf(handSource, hand, emptyCounts(), parts.options.asOf));
    for (const { id, at, path } of fresh) if (!store.known(id)) addUnfollowed(ledger, repo, at, path);
    return store.store(editorSource, readingOf(editorSource, fresh, seen, parts.options.asOf));
  });
}

function contributionsOf({ ledger, repo }: ProjectParts, paths: RepositoryPaths, edits: readonly AcceptedEdit[], counts: CaptureCounts): Contribution[] {
  const held = createFollowStore(ledger, repo);
  const contributions: Contribution[] = [];
  for (const { tool, model, ...seen } of edits) {
    const contribution = contributionOf(seen, { source: editorSource, tool, model }, paths, ledger.key);
    if (contribution === null) {
      counts.elsewhere++;
      continue;
    }
    if (isInLog(contribution, held)) counts.duplicates++;
    else {
      counts.accepted++;
      contributions.push(contribution);
    }
  }
  return contributions;
}

function handContributionsOf({ ledger }: ProjectParts, paths: RepositoryPaths, typed: readonly TypedText[]): Contribution[] {
  return typed.flatMap((seen) => {
    const contribution = contributionOf(seen, { source: handSource, tool: handTool, model: null }, paths, ledger.key);
    if (contribution === null) return [];
    // Typed text is recognised as it stands or not at all: its tokens are not needed.
    return [{ ...contribution, inserted: contribution.inserted.map((line) => ({ ...line, tokens: noTokens })) }];
  });
}

const noTokens = new Int32Array(0);

/** Null for a file that is not in this repository. */
function contributionOf({ id, session, at, file, branch, before, after }: SeenText, by: Pick<Contribution, 'source' | 'tool' | 'model'>, paths: RepositoryPaths, key: FingerprintKey): Contribution | null {
  const mapped = paths.mapper.map(file, null);
  if (mapped === null) return null;
  return paths.markExcluded({
    ...by, id, session, at, path: mapped.path, worktree: mapped.worktree, branch, operation: 'edit', grade: 'observed', mine: true, ...insertedLines(before, after, mapped.path, key),
  });
}

/** The editor has no log; what it gave is counted as if it had one. */
function readingOf(source: string, contributions: readonly Contribution[], counts: CaptureCounts, now: number): LogReading {
  const cursor = { file: source, identity: source, size: 0, modifiedAt: now, offset: 0, head: 0, carry: null, relevant: true };
  return { contributions, sessions: [], turns: [], counts, bytesRead: 0, restarted: false, cursor };
}
