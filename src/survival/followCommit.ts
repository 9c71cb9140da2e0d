import { claimContributions } from '../attribution/claimContributions.ts';
import type { Candidates } from '../attribution/claimContributions.ts';
import { claimElsewhere } from '../attribution/claimElsewhere.ts';
import type { AddedLine, DiffFile, LineReader } from '../attribution/commitLines.ts';
import { keepEvident } from '../attribution/ownership.ts';
import type { OpenWork } from '../attribution/ownership.ts';
import type { CommitFacts } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { CommitPatch } from '../model/patch.ts';
import { countChanges, reportGone, reportJoined } from './adoptMerged.ts';
import { claimAttested } from './attestedLines.ts';
import { matchCopies } from './copiedBlocks.ts';
import { keepCopies } from './copies.ts';
import { matchEdited } from './editedLines.ts';
import { build, readChange, writeChange } from './fileChange.ts';
import type { Change } from './fileChange.ts';
import { holdsAi, isFollowed } from './fileMap.ts';
import { inheritFromParents } from './inheritFromParents.ts';
import type { MergedParent } from './inheritFromParents.ts';
import { matchMovedBlocks, matchReindented } from './movedBlocks.ts';
import type { Recorder } from './recorder.ts';
import { reportEnds } from './reportEnds.ts';
import { matchResolved } from './resolvedLines.ts';
import { authorOf } from './causeOfDeath.ts';
import type { TreeState } from './treeState.ts';

/** One commit to follow, against its first parent. */
export interface CommitStep {
  readonly commit: CommitFacts;
  readonly mine: boolean;
  readonly patch: CommitPatch;
  /** The first parent's tree; becomes this commit's. */
  readonly state: TreeState;
  /** The other parents of a merge, as far as they were followed. */
  readonly merged: readonly MergedParent[];
  readonly attestations: readonly Attestation[];
  /** Id of comparison lines born here, or `other` when this commit is no part of the comparison. */
  readonly comparison: number;
}

/** What following needs besides the commit. */
export interface FollowTools {
  readonly key: FingerprintKey;
  readonly reader: LineReader;
  readonly recorder: Recorder;
  /** Contributions that may be in this file of this commit; null when there are none. */
  readonly candidates: (path: string, step: CommitStep) => Candidates | null;
  /** Lines typed by hand that may be in this file of this commit; null when there are none. */
  readonly typed: (path: string, step: CommitStep) => Candidates | null;
  /** Lines never committed whose loose fingerprints are among those given, whatever their path. */
  readonly uncommittedLike: (loose: readonly number[], commit: CommitFacts) => readonly FollowedLine[];
  readonly contributionOf: (line: number) => StoredContribution;
  readonly openLines: FollowStore['openLines'];
  readonly addAttested: (attestation: Attestation, lines: readonly AddedLine[], step: CommitStep) => readonly FollowedLine[];
  readonly removedByAi: (path: string, loose: number, line: number, until: number) => boolean;
  /** A commit of a branch added this text; null on the default branch. */
  readonly seenAdded: ((print: number) => void) | null;
  readonly renamed: (from: string, to: string) => void;
  /** The line stands in this file as well now. */
  readonly copied: (line: number, path: string) => void;
  /** Files that copies of the line were made in, under all the names they had. */
  readonly copiesOf: (line: number) => readonly string[];
  readonly excluded: (path: string) => boolean;
  /** Keep the maps of files without followed lines too (to prove them equal to the blobs at HEAD). */
  readonly keepAllMaps: boolean;
}

/**
 * Takes the tree of the first parent to the tree of the commit and reports what became of each line.
 *
 *   1 from the other parents of a merge, by position      (no change of origin, whoever merges)
 *   2 re-indented in place, moved as a block               (existing text stays what it was)
 *   3 written by contributions: exact, white space, similar (new AI lines)
 *   4 edited or wrapped within a hunk                       (the same line, changed)
 *   5 changed by whoever merged                             (the same line, from another parent)
 *   6 typed by hand: exact, white space                     (new lines that are nobody's so far: what is typed over
 *                                                            a line of AI is that line, edited)
 *   7 copied from a file of the commit                      (further places of the same line)
 *   8 what is left of the removed lines has ended
 */
export function followCommit(step: CommitStep, tools: FollowTools): void {
  const changes = step.patch.files.map((patch) => readChange(patch, step, tools));
  const lookedAt = (): DiffFile[] => changes.flatMap((change) => (change.diff === null ? [] : [change.diff]));
  for (const change of changes) {
    if (change.diff === null) continue;
    if (step.merged.length > 0) inheritFromParents(change.diff, change.old, step.merged);
    matchReindented(change.diff, tools.reader);
  }
  if (lookedAt().some((file) => file.removed.some((line) => line.heir === null && isFollowed(line.id) && tools.reader.flags(line) === 0))) {
    // a followed line may have moved into a file that nobody had reason to look at
    for (const change of changes) if (change.diff === null && change.adopted === null && !change.lost && change.patch.newPath !== null && change.patch.hunks.length > 0) change.diff = buildLate(change, step, tools);
  }
  if (changes.some((change) => holdsAi(change.old))) for (const change of changes) if (change.diff === null && change.adopted === null && !change.lost && change.patch.oldPath === null) change.diff = buildLate(change, step, tools);
  const files = lookedAt();
  matchMovedBlocks(files, tools.reader);
  claimFromContributions(files, step, tools);
  for (const file of files) {
    claimAttested(file, step, tools);
    matchEdited(file, tools.reader);
  }
  const resolved = step.merged.length === 0 ? [] : changes.flatMap(({ diff, old }) => (diff === null ? [] : matchResolved(diff, old, step.merged, tools)));
  claimTyped(files, step, tools);
  matchCopies(files, changes.map((change) => change.old).filter(holdsAi), tools.reader, tools.copied);
  const adopted = changes.flatMap((change) => (change.adopted === null ? [] : [countChanges(change.old, change.adopted)]));
  reportGone(adopted, step, tools.recorder);
  reportEnds(files, step, tools);
  for (const { id, change, retained, heir } of resolved) tools.recorder.carried(id, change, retained, change === 'edited' ? authorOf(step) : 'unknown', step.commit, heir);
  for (const { old, adopted: map } of changes) if (map !== null) reportJoined(old, map, step.commit, tools.recorder);
  for (const change of changes) if (change.patch.oldPath !== null && change.patch.oldPath !== change.patch.newPath) step.state.set(change.patch.oldPath, null);
  for (const change of changes) writeChange(change, step, tools);
  keepCopies(files, step, tools);
}

/** For a file that was of no interest by itself: also of its lines some came with the merged branches. */
function buildLate(change: Change, step: CommitStep, tools: FollowTools): DiffFile {
  const diff = build(change, tools);
  if (step.merged.length > 0) inheritFromParents(diff, change.old, step.merged);
  return diff;
}

function claimFromContributions(files: readonly DiffFile[], step: CommitStep, tools: FollowTools): void {
  for (const file of files) {
    if (file.patch.newPath === null || file.added.length === 0) continue;
    const candidates = tools.candidates(file.path, step);
    if (candidates !== null) claimContributions(file, candidates, tools.reader);
  }
  if (tools.seenAdded !== null) for (const file of files) for (const line of file.added) tools.seenAdded(line.print);
  if (step.mine) claimElsewhere(files, (loose) => tools.uncommittedLike(loose, step.commit), tools.reader);
  if (files.some((file) => file.added.some(({ claim }) => claim?.by === 'contribution'))) keepEvident(files.flatMap((file) => file.added), { authoredAt: step.commit.authoredAt, mine: step.mine }, openWork(tools, 'ai'));
}

function claimTyped(files: readonly DiffFile[], step: CommitStep, tools: FollowTools): void {
  const claimed: AddedLine[] = [];
  for (const file of files) {
    const candidates = file.patch.newPath === null ? null : tools.typed(file.path, step);
    const open = candidates === null ? [] : file.added.filter((line) => line.claim === null);
    if (candidates === null || open.length === 0) continue;
    claimContributions(file, candidates, tools.reader);
    claimed.push(...open.filter((line) => line.claim !== null));
  }
  keepEvident(claimed, { authoredAt: step.commit.authoredAt, mine: step.mine }, openWork(tools, 'hand'));
}

function openWork({ contributionOf, openLines }: FollowTools, origin: 'ai' | 'hand'): OpenWork {
  return { contributionOf, openLines: (episode) => openLines(episode, origin) };
}
