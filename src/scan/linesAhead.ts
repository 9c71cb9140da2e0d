import { stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { createCandidatePool } from '../attribution/candidatePool.ts';
import { claimContributions } from '../attribution/claimContributions.ts';
import type { Candidates } from '../attribution/claimContributions.ts';
import { createLineReader, diffFile } from '../attribution/commitLines.ts';
import { aheadOfRemotes } from '../git/aheadOfRemotes.ts';
import { uncommittedPatch, untrackedFiles } from '../git/worktreePatch.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import type { FilePatch } from '../model/patch.ts';
import type { LineAhead, LinesAhead } from '../model/linesAhead.ts';
import { isEffective } from '../model/lineText.ts';
import { countedGrades } from '../model/provenance.ts';
import { createBranchTexts } from '../survival/branchTexts.ts';
import { before } from '../survival/fileMap.ts';
import { asAdded } from './addedFile.ts';
import { loadFollowState } from './followState.ts';
import type { ProjectParts } from './projectParts.ts';

/** More are not told: nobody reads on. */
const mostLines = 5000;

/**
 * The person's AI lines that the working tree has and no remote: in no commit yet, or in commits that are about to
 * be pushed. Where there is no remote, those in no commit.
 */
export async function linesAhead(parts: ProjectParts): Promise<LinesAhead> {
  const { git, ledger, repo } = parts;
  const tree = topOf(parts);
  const store = createFollowStore(ledger, repo);
  const pushedAt = store.pushes().reduce<number | null>((latest, { at }) => Math.max(latest ?? at, at), null);
  if (parts.facts.bare || parts.facts.empty || (await stat(tree).catch(() => null)) === null) return { lines: [], pushedAt };
  const { base, commits } = await aheadOfRemotes(git);
  const state = loadFollowState(store);
  const reader = createLineReader(ledger.key);
  const texts = createBranchTexts(reader, { texts: state?.texts ?? [], births: state?.births ?? [] });
  const pool = createCandidatePool(store, state?.renames ?? []);
  const open = new Set([...store.uncommitted()].map(({ id }) => id));
  const rest: Omit<Candidates, 'contributions'> = {
    available: (line) => open.has(line.id) || (line.first !== null && line.death === null && commits.has(line.first.commit)),
    texts, onBranch: () => false, committedAt: 0, alike: true,
  };
  const lines: LineAhead[] = [];
  const look = (patch: FilePatch): void => {
    if (patch.newPath === null || patch.binary || patch.special) return;
    const contributions = pool.candidates(patch.newPath, Number.MAX_SAFE_INTEGER).filter(({ mine, grade }) => mine && countedGrades.includes(grade));
    if (contributions.length === 0) return;
    const file = diffFile(patch, ledger.key, () => before);
    claimContributions(file, { ...rest, contributions }, reader);
    for (const added of file.added) {
      if (added.claim?.by !== 'contribution') continue;
      const line = store.line(added.claim.line);
      if (isEffective(line.flags)) lines.push({ path: file.path, line: added.number, text: reader.text(added), tool: store.contribution(line.contribution).tool });
    }
  };
  for (const patch of (await uncommittedPatch(git, tree, base))?.files ?? []) look(patch);
  for (const path of await untrackedFiles(git, tree)) {
    if (pool.candidates(path, Number.MAX_SAFE_INTEGER).length === 0) continue;
    const patch = await asAdded(join(tree, path), path);
    if (patch !== null) look(patch);
  }
  return { lines: lines.slice(0, mostLines), pushedAt };
}

/** The working tree that the repository was opened in: the innermost that its folder lies in. */
function topOf({ git: { directory }, facts }: ProjectParts): string {
  const trees = [facts.top, ...facts.worktrees].filter((tree) => tree !== null).filter((tree) => directory === tree || directory.startsWith(tree + sep));
  return trees.toSorted((a, b) => b.length - a.length)[0] ?? directory;
}
