import type { CommitFacts, CommitId } from '../model/commit.ts';

/** The paths one commit changed against its first parent. */
export interface TouchedPaths {
  readonly commit: CommitId;
  readonly paths: readonly string[];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Which commits of branches are worth reading: those that touch a path that somebody's lines are in or
 * were written for, also under the new name after a rename on the branch. Reading a branch costs its
 * whole diff; most branches of a team hold nothing of this person's.
 */
export function relevantCommits(touched: readonly TouchedPaths[], followed: ReadonlySet<string>, attested: ReadonlySet<CommitId>): Set<CommitId> {
  const interesting = new Set(followed);
  const relevant = new Set<CommitId>();
  // a rename makes a further path interesting, which may make further commits relevant
  for (let grown = true; grown; ) {
    grown = false;
    for (const { commit, paths } of touched) {
      if (relevant.has(commit)) continue;
      const met = paths.filter((path) => interesting.has(path));
      if (met.length === 0 && !attested.has(commit)) continue;
      relevant.add(commit);
      grown = true;
      const names = new Set(met.map(nameOf));
      for (const path of paths) if (names.has(nameOf(path)) || attested.has(commit)) interesting.add(path);
    }
  }
  return relevant;
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
