import { isOnBranch } from '../git/ancestry.ts';
import type { GitContext } from '../git/process.ts';
import { forgetFindings } from '../ledger/writtenLine.ts';
import type { CommitId } from '../model/commit.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { FollowState } from './followState.ts';

/**
 * A branch was amended, rebased, reset or deleted: commits that were followed are on no branch any more. What is
 * known of lines alive on branches is told anew from the branches there are; the default branch is not read again.
 * @returns the state to go on from, or null when nothing was rewritten
 */
export async function forgetRewritten(git: GitContext, store: FollowStore, state: FollowState, tips: Readonly<Record<string, CommitId>>): Promise<FollowState | null> {
  // whether the default branch went on from where it was is seen when it is read
  const moved = new Set(Object.entries(state.tips).filter(([ref, commit]) => tips[ref] !== commit && commit !== state.tip).map(([, commit]) => commit));
  let rewritten = false;
  for (const commit of moved) if (!rewritten && !(await isOnBranch(git, commit))) rewritten = true;
  if (!rewritten) return null;
  for (const path of store.paths()) {
    for (const { lines } of store.contributionsAt(path)) {
      for (const line of lines) {
        if (line.place !== 'branch') continue;
        const { supersededAt } = line;
        forgetFindings(line);
        line.supersededAt = supersededAt;
        store.changed(line);
      }
    }
  }
  // repeated when the scan is broken off here: the branches' tips are kept with what was found of them
  store.unitOfWork(() => undefined);
  return { ...state, texts: [] };
}
