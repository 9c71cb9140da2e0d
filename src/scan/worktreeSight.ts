import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createCandidatePool } from '../attribution/candidatePool.ts';
import { claimContributions } from '../attribution/claimContributions.ts';
import type { Candidates } from '../attribution/claimContributions.ts';
import { createLineReader, diffFile } from '../attribution/commitLines.ts';
import type { LineReader } from '../attribution/commitLines.ts';
import { historyContext, patchesOf } from '../git/history.ts';
import { runGit } from '../git/process.ts';
import { stashEntries } from '../git/refs.ts';
import { uncommittedPatch, untrackedFiles } from '../git/worktreePatch.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { FilePatch } from '../model/patch.ts';
import { before } from '../survival/fileMap.ts';
import type { Sighting } from '../survival/settleUncommitted.ts';
import { asAdded } from './addedFile.ts';
import type { FollowState } from './followState.ts';
import type { ProjectParts } from './projectParts.ts';

/**
 * Looks for uncommitted text in the working trees that still are on this disk, and in the stash: what they
 * hold that their HEAD does not is read like one more commit, by the same rules. Nothing of what is read
 * is kept but which lines were met.
 */
export async function sightWorktrees(parts: ProjectParts, store: FollowStore, renames: FollowState['renames']): Promise<(line: FollowedLine) => Sighting> {
  const open = new Set([...store.uncommitted()].map((line) => line.id));
  if (open.size === 0) return () => 'cannot be seen';
  const reader = createLineReader(parts.ledger.key);
  const pool = createCandidatePool(store, renames);
  const seen = new Set<number>();
  const look = (patch: FilePatch): void => {
    if (patch.newPath === null || patch.binary || patch.special) return;
    const contributions = pool.candidates(patch.newPath, Number.MAX_SAFE_INTEGER);
    const typed = pool.typed(patch.newPath, Number.MAX_SAFE_INTEGER);
    if (contributions.length + typed.length > 0) meet(patch, { contributions, typed }, open, seen, parts, reader);
  };
  const roots = await existing([parts.facts.top, ...parts.facts.worktrees]);
  for (const root of roots) {
    for (const patch of (await uncommittedPatch(parts.git, root))?.files ?? []) look(patch);
    for (const path of await untrackedFiles(parts.git, root)) {
      if (pool.candidates(path, Number.MAX_SAFE_INTEGER).length === 0 && pool.typed(path, Number.MAX_SAFE_INTEGER).length === 0) continue;
      const patch = await asAdded(join(root, path), path);
      if (patch !== null) look(patch);
    }
  }
  for await (const patch of patchesOf(historyContext(parts.git, parts.facts), await stashed(parts), { allParents: false })) patch.files.forEach(look);
  const known = new Set(roots);
  return (line) => (seen.has(line.id) ? 'there' : known.has(store.contribution(line.contribution).worktree) ? 'gone' : 'cannot be seen');
}

type Written = Candidates['contributions'];

function meet(patch: FilePatch, { contributions, typed }: { readonly contributions: Written; readonly typed: Written }, open: ReadonlySet<number>, seen: Set<number>, parts: ProjectParts, reader: LineReader): void {
  const file = diffFile(patch, parts.ledger.key, () => before);
  const rest = { available: (line: FollowedLine) => open.has(line.id) && !seen.has(line.id), texts: { present: () => undefined, birth: () => undefined }, onBranch: () => false, committedAt: 0 };
  claimContributions(file, { ...rest, contributions, alike: true }, reader);
  if (typed.length > 0) claimContributions(file, { ...rest, contributions: typed, alike: false }, reader);
  for (const line of file.added) if (line.claim?.by === 'contribution') seen.add(line.claim.line);
}

async function existing(roots: readonly (string | null)[]): Promise<string[]> {
  const found: string[] = [];
  for (const root of new Set(roots)) if (root !== null && (await stat(root).catch(() => null))?.isDirectory() === true) found.push(root);
  return found;
}

/** A stash entry is a commit on top of where it was made. */
async function stashed(parts: ProjectParts): Promise<{ id: string; parents: string[] }[]> {
  const ids = (await stashEntries(parts.facts)).map(({ commit }) => commit);
  if (ids.length === 0) return [];
  const rows = (await runGit(parts.git, ['rev-list', '--no-walk=unsorted', '--parents', '--ignore-missing', ...ids])).toString('latin1').trim();
  return rows === '' ? [] : rows.split('\n').map((row) => row.split(' ')).map(([id = '', ...parents]) => ({ id, parents }));
}
