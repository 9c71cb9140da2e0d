import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { CommitPatch } from '../model/patch.ts';

/** A commit by this person that touched a path. */
export interface Observation {
  readonly commit: CommitId;
  /** UTC ms. */
  readonly at: number;
}

/** When a file was next committed by this person: the later state that shows whether text is still there. */
export interface Observations {
  /** @returns the paths of the commit that are worth remembering */
  readonly see: (commit: CommitFacts, patch: CommitPatch) => readonly string[];
  /** What an earlier run saw. */
  readonly recall: (path: string, entry: Observation) => void;
  /** The first commit by me that touched one of the paths at or after the time. */
  readonly firstAfter: (paths: readonly string[], at: number) => Observation | null;
}

/** @param paths only these are worth remembering */
export function createObservations(paths: ReadonlySet<string>): Observations {
  const seen = new Map<string, Observation[]>();
  const remember = (path: string, entry: Observation): void => {
    const list = seen.get(path);
    if (list === undefined) seen.set(path, [entry]);
    else list.push(entry);
  };
  return {
    see: (commit, patch) => {
      const names = patch.files.flatMap((file) => [...new Set([file.oldPath, file.newPath])]);
      const touched = names.filter((path): path is string => path !== null && paths.has(path));
      for (const path of touched) remember(path, { commit: commit.id, at: commit.committedAt });
      return touched;
    },
    recall: remember,
    firstAfter: (names, at) => {
      let first: Observation | null = null;
      for (const name of names) for (const entry of seen.get(name) ?? []) if (entry.at >= at && (first === null || entry.at < first.at)) first = entry;
      return first;
    },
  };
}
