import type { CommitFacts, CommitId } from '../model/commit.ts';

/** The paths one commit changed against its first parent. */
export interface TouchedPaths {
  readonly commit: CommitId;
  readonly paths: readonly string[];
}

/** The paths and every name that renames gave them later. */
export function underAllNames(paths: ReadonlySet<string>, renames: readonly (readonly [string, string])[]): Set<string> {
  const later = new Map<string, string[]>();
  for (const [from, to] of renames) later.set(from, [...(later.get(from) ?? []), to]);
  const names = new Set(paths);
  const asked = [...paths];
  for (let path = asked.pop(); path !== undefined; path = asked.pop()) {
    for (const name of later.get(path) ?? []) {
      if (names.has(name)) continue;
      names.add(name);
      asked.push(name);
    }
  }
  return names;
}

/**
 * Which commits of branches are worth reading: those that touch a path that somebody's lines are in or were
 * written for, under whatever name. Reading a branch costs its whole diff; most branches of a team hold nothing
 * of this person's. Of commits that git itself attests, every path is worth following.
 */
export function relevantCommits(touched: readonly TouchedPaths[], followed: ReadonlySet<string>, attested: ReadonlySet<CommitId>): Set<CommitId> {
  const interesting = new Set(followed);
  for (const { commit, paths } of touched) if (attested.has(commit)) for (const path of paths) interesting.add(path);
  return new Set(touched.filter(({ paths }) => paths.some((path) => interesting.has(path))).map(({ commit }) => commit));
}

/** Merges on the default branch of which some other parent brings a relevant commit. */
export function mergesToOpen(trunk: readonly CommitFacts[], relevant: ReadonlySet<CommitId>, parentsOf: (id: CommitId) => readonly CommitId[], isTrunk: (id: CommitId) => boolean): Set<CommitId> {
  const holds = new Map<CommitId, boolean>();
  const search = (start: CommitId): boolean => {
    const stack = [start];
    const seen: CommitId[] = [];
    let found = false;
    const met = new Set<CommitId>();
    while (stack.length > 0 && !found) {
      const id = stack.pop()!;
      if (met.has(id) || isTrunk(id)) continue;
      met.add(id);
      const known = holds.get(id);
      if (known === false) continue;
      seen.push(id);
      if (known === true || relevant.has(id)) found = true;
      else stack.push(...parentsOf(id));
    }
    if (!found) for (const id of seen) holds.set(id, false);
    holds.set(start, found);
    return found;
  };
  const result = new Set<CommitId>();
  for (const commit of trunk) if (commit.parents.slice(1).some(search)) result.add(commit.id);
  return result;
}
