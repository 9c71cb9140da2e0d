import { isHand } from '../model/contribution.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { second } from '../model/time.ts';

/** Clocks of the log and of git are the same machine's; a commit hook may still run between them. */
const clockSkew = 5 * second;

/** Contributions by path, with the names a file had before it was renamed. */
export interface CandidatePool {
  /** AI contributions for the path and its earlier names, written before `until`, latest first. */
  readonly candidates: (path: string, until: number) => StoredContribution[];
  /** The same of lines typed by hand. */
  readonly typed: (path: string, until: number) => StoredContribution[];
  /** The file at `to` was called `from` until now. */
  readonly renamed: (from: string, to: string) => void;
  /** Did an AI edit to the path take this line away between the two times? */
  readonly removedByAi: (path: string, loose: number, after: number, until: number) => boolean;
  /** A path, the names it had and the names it was given. */
  readonly namesOf: (path: string) => readonly string[];
  /** [new name, earlier name] pairs, for the ledger. */
  readonly renames: () => readonly (readonly [string, string])[];
}

export function createCandidatePool(store: FollowStore, known: readonly (readonly [string, string])[]): CandidatePool {
  const earlier = new Map<string, Set<string>>();
  const pairs: (readonly [string, string])[] = [];
  const renamed = (from: string, to: string): void => {
    if (from === to || earlier.get(to)?.has(from) === true) return;
    const names = earlier.get(to) ?? new Set<string>();
    names.add(from);
    for (const name of earlier.get(from) ?? []) if (name !== to) names.add(name);
    earlier.set(to, names);
    pairs.push([to, from]);
  };
  for (const [to, from] of known) renamed(from, to);

  const latestFirst = (path: string): StoredContribution[] => {
    const names = earlier.get(path);
    const paths = store.paths();
    // asked for every file of every commit: most paths never saw a contribution
    if (names === undefined) return paths.has(path) ? [...store.contributionsAt(path)].reverse() : [];
    const found = [path, ...names].flatMap((name) => (paths.has(name) ? store.contributionsAt(name) : []));
    return found.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  };
  const before = (path: string, until: number, hand: boolean): StoredContribution[] => {
    const found = latestFirst(path);
    return found.length === 0 ? found : found.filter((contribution) => contribution.at <= until + clockSkew && isHand(contribution) === hand);
  };
  const candidates = (path: string, until: number): StoredContribution[] => before(path, until, false);
  const laterNames = (path: string): string[] => pairs.filter(([, from]) => from === path).map(([to]) => to);
  return {
    candidates,
    typed: (path, until) => before(path, until, true),
    renamed,
    namesOf: (path) => [path, ...(earlier.get(path) ?? []), ...laterNames(path)],
    removedByAi: (path, loose, after, until) => candidates(path, until).some((each) => each.mine && each.at > after && each.removed.includes(loose)),
    renames: () => pairs,
  };
}

/**
 * Marks what an agent wrote and itself took away again: a later contribution to the same path removed a
 * line that no commit holds yet. If a commit turns out to hold it after all, content decides.
 */
export function supersede(contributions: readonly StoredContribution[], changed: (line: FollowedLine) => void): void {
  const inTime = contributions.filter((each) => !isHand(each)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const open = new Map<number, FollowedLine[]>();
  for (const contribution of inTime) {
    for (const loose of contribution.removed) {
      const line = open.get(loose)?.pop();
      if (line === undefined || line.first !== null) continue;
      if (line.supersededAt === contribution.at) continue;
      line.supersededAt = contribution.at;
      changed(line);
    }
    for (const line of contribution.lines) {
      const list = open.get(line.loose);
      if (list === undefined) open.set(line.loose, [line]);
      else list.push(line);
    }
  }
}
