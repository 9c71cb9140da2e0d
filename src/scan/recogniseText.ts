import { createCandidatePool } from '../attribution/candidatePool.ts';
import { claimContributions } from '../attribution/claimContributions.ts';
import { createLineReader, diffFile } from '../attribution/commitLines.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import type { DefaultBranch } from '../model/repository.ts';
import { before } from '../survival/fileMap.ts';
import { addedFile } from './addedFile.ts';
import { loadFollowState } from './followState.ts';
import type { ProjectParts } from './projectParts.ts';
import { repositoryPaths } from './repositoryPaths.ts';

/**
 * The lines (1-based) of a text of a file that the ledger knows as AI's, in whatever state it has them: for an editor
 * that saw the text come from the disk.
 */
export async function recogniseText(parts: ProjectParts, main: DefaultBranch | null, file: string, text: string): Promise<number[]> {
  const mapped = (await repositoryPaths(parts, main)).mapper.map(file, null);
  if (mapped === null) return [];
  const store = createFollowStore(parts.ledger, parts.repo);
  const contributions = createCandidatePool(store, loadFollowState(store)?.renames ?? []).candidates(mapped.path, Number.MAX_SAFE_INTEGER);
  if (contributions.length === 0) return [];
  const whole = diffFile(addedFile(Buffer.from(text), mapped.path), parts.ledger.key, () => before);
  const texts = { present: () => undefined, birth: () => undefined };
  claimContributions(whole, { contributions, available: () => true, texts, onBranch: () => false, committedAt: 0, alike: false }, createLineReader(parts.ledger.key));
  return whole.added.flatMap(({ claim, number }) => (claim?.by === 'contribution' ? [number] : []));
}
