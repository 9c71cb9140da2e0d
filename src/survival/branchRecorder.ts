import type { CommitFacts } from '../model/commit.ts';
import { changeFlags } from '../model/followedLine.ts';
import type { Death, FollowedLine } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { continued } from './fileMap.ts';
import { changeLine, firstCommitted, flagsOfChange, flagsOfClaim, foundAgain } from './lineChanges.ts';
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
  /** What other branches that this commit merges did to a line. */
  readonly storyOf: (line: number) => BranchEvent | undefined;
  readonly riders: Riders;
  readonly texts: BranchTexts;
}

/**
 * Books of a branch. A line that never was on the default branch lives and dies here; what happens to one
 * that was there is kept as the branch's story and counts when the branch is merged.
 */
export function createBranchRecorder(books: BranchBooks): Recorder {
  const { store } = books;
  const tell = (line: FollowedLine, event: (past: BranchEvent) => BranchEvent): void => {
    books.story.set(line.id, event(books.story.get(line.id) ?? { death: null, changes: 0, retained: line.retained, editCause: null }));
  };
  const onTrunk = (line: FollowedLine): boolean => line.merged !== null;
  const end = (id: number, death: Death): void => {
    for (const each of [id, ...books.riders.of(id)]) {
      const line = store.line(each);
      // told already: a merge of the default branch shows it once more
      if (books.story.get(each)?.death !== null && books.story.has(each)) continue;
      const told = books.storyOf(each)?.death ?? death;
      tell(line, (past) => ({ ...past, death: told }));
      if (onTrunk(line)) continue;
      line.death = told;
      line.place = 'none';
      store.changed(line);
    }
  };
  return {
    born: (id, added, claim, commit) => {
      const line = store.line(id);
      if (onTrunk(line)) {
        tell(line, (past) => ({ ...past, death: null, changes: past.changes | flagsOfClaim(line, added, claim) }));
        return;
      }
      if (!books.begun.has(id)) firstCommitted(line, added, books.texts.born(line, added, claim), commit, books.isMine(commit));
      // alive on another branch, it stays what it is there
      else if (line.death !== null) foundAgain(line, added.print, () => books.texts.loose(added), claim);
      books.begun.add(id);
      books.story.delete(id);
      line.place = 'branch';
      line.death = null;
      books.texts.note(line, added);
      store.changed(line);
    },
    joined: (id, { added }) => {
      const line = store.line(id);
      const past = books.story.get(id);
      const told = books.storyOf(id) ?? past;
      // taken away in one file and there in another: it did not end
      if (told !== undefined) books.story.set(id, past === undefined ? { ...told, death: null } : bothTold(past, told));
      if (onTrunk(line)) return;
      if (added !== null) books.texts.note(line, added);
      line.place = 'branch';
      line.death = null;
      store.changed(line);
    },
    wasMoved: (id) => ((books.storyOf(id)?.changes ?? 0) & changeFlags.moved) !== 0,
    carried: (id, change, retained, cause, commit, heir) => {
      if (id <= 0 || id >= continued) return;
      const line = store.line(id);
      // the same line may come to the default branch by another way, before this branch does
      tell(line, (past) => ({ death: null, changes: past.changes | flagsOfChange(change), retained: past.retained * retained, editCause: change === 'edited' ? cause : past.editCause }));
      if (onTrunk(line)) return;
      changeLine(line, change, retained, cause, commit.committedAt);
      books.texts.note(line, heir);
      store.changed(line);
    },
    died: (id, death) => {
      if (id > 0 && id < continued) end(id, death);
    },
    outlived: (id) => {
      for (const each of [id, ...books.riders.of(id)]) {
        const line = store.line(each);
        tell(line, (past) => ({ ...past, death: null, changes: past.changes | changeFlags.moved }));
        if (onTrunk(line)) continue;
        line.death = null;
        line.place = 'branch';
        line.changes |= changeFlags.moved;
        store.changed(line);
      }
    },
    compared: () => undefined,
    rides: (line, rider) => books.riders.add(line, rider),
    lost: () => undefined,
  };
}

/** Two branches that are one from now on have both changed the line. */
function bothTold(one: BranchEvent, other: BranchEvent): BranchEvent {
  return { death: null, changes: one.changes | other.changes, retained: Math.min(one.retained, other.retained), editCause: other.editCause ?? one.editCause };
}
