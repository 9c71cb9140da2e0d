import type { CommitFacts } from '../model/commit.ts';
import type { Death, FollowedLine } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { continued } from './fileMap.ts';
import { changeLine, firstCommitted, flagsOfChange } from './lineChanges.ts';
import type { BranchTexts } from './branchTexts.ts';
import type { Recorder } from './recorder.ts';
import type { Riders } from './riders.ts';
import type { BranchEvent } from './treeState.ts';

/** What the recorder of a branch needs. */
export interface BranchBooks {
  readonly store: FollowStore;
  readonly isMine: (commit: CommitFacts) => boolean;
  /** Lines already met on a branch in this run: their beginning is told once. */
  readonly begun: Set<number>;
  readonly story: Map<number, BranchEvent>;
  readonly riders: Riders;
  readonly texts: BranchTexts;
}

/**
 * Books of a branch. A line that never was on the default branch lives and dies here; what happens to one
 * that was there is kept as the branch's story and counts when the branch is merged.
 */
export function createBranchRecorder(books: BranchBooks): Recorder {
  const { store } = books;
  const tell = (id: number, event: (past: BranchEvent) => BranchEvent): void => {
    books.story.set(id, event(books.story.get(id) ?? { death: null, changes: 0, retained: 1, editCause: null }));
  };
  const onTrunk = (line: FollowedLine): boolean => line.merged !== null;
  const end = (id: number, death: Death): void => {
    for (const each of [id, ...books.riders.of(id)]) {
      const line = store.line(each);
      // told already: a merge of the default branch shows it once more
      if (books.story.get(each)?.death !== null && books.story.has(each)) continue;
      tell(each, (past) => ({ ...past, death }));
      if (onTrunk(line)) continue;
      line.death = death;
      line.place = 'none';
      store.changed(line);
    }
  };
  return {
    born: (id, added, claim, commit) => {
      const line = store.line(id);
      if (onTrunk(line)) return;
      if (!books.begun.has(id)) firstCommitted(line, added, books.texts.born(line, added, claim), commit, books.isMine(commit));
      books.begun.add(id);
      books.story.delete(id);
      line.place = 'branch';
      line.death = null;
      books.texts.note(line, added);
      store.changed(line);
    },
    joined: (id, added) => {
      const line = store.line(id);
      const past = books.story.get(id);
      // taken away in one file and there in another: it did not end
      if (past !== undefined && past.death !== null) books.story.set(id, { ...past, death: null });
      if (onTrunk(line)) return;
      if (added !== null) books.texts.note(line, added);
      line.place = 'branch';
      line.death = null;
      store.changed(line);
    },
    carried: (id, change, retained, cause, commit, heir) => {
      if (id <= 0 || id >= continued) return;
      const line = store.line(id);
      if (onTrunk(line)) {
        tell(id, (past) => ({ death: null, changes: past.changes | flagsOfChange(change), retained: past.retained * retained, editCause: change === 'edited' ? cause : past.editCause }));
        return;
      }
      changeLine(line, change, retained, cause, commit.committedAt);
      books.texts.note(line, heir);
      store.changed(line);
    },
    died: (id, death) => {
      if (id > 0 && id < continued) end(id, death);
    },
    compared: () => undefined,
    rides: (line, rider) => books.riders.add(line, rider),
    lost: () => undefined,
  };
}
