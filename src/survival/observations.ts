import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { CommitPatch } from '../model/patch.ts';

/** When a file was next committed by this person: the later state that shows whether text is still there. */
export interface Observations {
  readonly see: (commit: CommitFacts, patch: CommitPatch) => void;
  /** The first commit by me that touched one of the paths at or after the time. */
  readonly firstAfter: (paths: readonly string[], at: number) => { readonly commit: CommitId; readonly at: number } | null;
}

/** @param paths only these are worth remembering */
export function createObservations(paths: ReadonlySet<string>): Observations {
  const seen = new Map<string, { commit: CommitId; at: number }[]>();
  return {
    see: (commit, patch) => {
      for (const file of patch.files) {
        for (const path of new Set([file.oldPath, file.newPath])) {
          if (path === null || !paths.has(path)) continue;
          const list = seen.get(path);
          const entry = { commit: commit.id, at: commit.committedAt };
          if (list === undefined) seen.set(path, [entry]);
          else list.push(entry);
        }
      }
    },
    firstAfter: (names, at) => {
      let first: { commit: CommitId; at: number } | null = null;
      for (const name of names) for (const entry of seen.get(name) ?? []) if (entry.at >= at && (first === null || entry.at < first.at)) first = entry;
      return first;
    },
  };
}
