import { touchedPaths } from '../git/history.ts';
import { renamesOf } from '../git/renames.ts';
import type { CommitId } from '../model/commit.ts';
import type { HistoryPlan } from '../survival/historyPlan.ts';
import { relevantCommits, underAllNames } from '../survival/relevantCommits.ts';
import type { FollowStepInput } from './followStep.ts';

/** Commits of branches by whether their diffs are to be read. */
export interface ToRead {
  readonly relevant: ReadonlySet<CommitId>;
  /** Paths of the commits that are not. */
  readonly touched: ReadonlyMap<CommitId, readonly string[]>;
}

/** @param paths those that somebody's lines are in or were written for */
export async function branchCommitsToRead(input: Pick<FollowStepInput, 'git' | 'attestations' | 'signal'>, plan: HistoryPlan, paths: ReadonlySet<string>): Promise<ToRead> {
  const nothing: ToRead = { relevant: new Set(), touched: new Map() };
  if (paths.size === 0) return nothing;
  const branches = plan.order.filter((planned) => planned.trunk === null).map((planned) => planned.commit);
  if (branches.length === 0) return nothing;
  const options = input.signal === undefined ? {} : { signal: input.signal };
  const names = new Map<string, string>();
  // the same few paths come again and again
  const once = (path: string): string => names.get(path) ?? (names.set(path, path), path);
  const [touched, renames] = await Promise.all([
    Array.fromAsync(touchedPaths(input.git, branches, options), ({ commit, paths: some }) => ({ commit, paths: some.map(once) })),
    renamesOf(input.git, plan.order.map((planned) => planned.commit), options),
  ]);
  const relevant = relevantCommits(touched, underAllNames(paths, renames), new Set(input.attestations.keys()));
  return { relevant, touched: new Map(touched.filter(({ commit }) => !relevant.has(commit)).map(({ commit, paths: some }) => [commit, some])) };
}
