import type { CommitFacts } from '../model/commit.ts';
import { changeFlags } from '../model/followedLine.ts';
import type { Death, FollowedLine } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { BranchTexts } from './branchTexts.ts';
import type { Comparison } from './comparison.ts';
import { continued } from './fileMap.ts';
import { asWritten, changeLine, firstCommitted, foundAgain } from './lineChanges.ts';
import type { Recorder } from './recorder.ts';
import type { Riders } from './riders.ts';
import type { BranchEvent } from './treeState.ts';
import type { EntryTime } from './trunkEntry.ts';

/** What the recorder of the default branch needs. */
export interface TrunkBooks {
  readonly store: FollowStore;
  readonly comparison: Comparison;
  readonly riders: Riders;
  readonly texts: BranchTexts;
  readonly isMine: (commit: CommitFacts) => boolean;
  readonly enteredAt: EntryTime;
  /** What the branches that this commit merges did to a line. */
  readonly storyOf: (line: number) => BranchEvent | undefined;
}

/** Books of the default branch: what is found here is what became of a line. */
export function createTrunkRecorder(books: TrunkBooks): Recorder {
  const { store, riders } = books;
  const withRiders = (id: number, work: (line: FollowedLine) => void): void => {
    for (const each of [id, ...riders.of(id)]) {
      const line = store.line(each);
      work(line);
      store.changed(line);
    }
  };
  const arrive = (line: FollowedLine, commit: CommitFacts): void => {
    line.merged ??= { commit: commit.id, at: books.enteredAt(commit) };
    line.place = 'trunk';
    line.death = null;
    line.tokens = null;
  };
  /** Who ended it and how, the branch tells; until that came to the default branch, the line was alive there. */
  const end = (id: number, death: Death): void => {
    const at = death.commit === null ? death.at : books.enteredAt({ id: death.commit, committedAt: death.at });
    withRiders(id, (line) => {
      line.death = { ...(books.storyOf(line.id)?.death ?? death), at };
      line.place = 'none';
    });
  };
  return {
    born: (id, added, claim, commit) => {
      const line = store.line(id);
      if (line.first === null) firstCommitted(line, added, books.texts.born(line, added, claim), commit, books.isMine(commit));
      // an earlier state of the branch may have been picked: what the branch did to the line since is not part of it
      else foundAgain(line, added.print, () => books.texts.loose(added), claim);
      arrive(line, commit);
      store.changed(line);
    },
    joined: (id, { print, same }, commit) => {
      withRiders(id, (line) => {
        const known = line.merged !== null;
        const story = books.storyOf(line.id);
        arrive(line, commit);
        if (known) line.changes |= (story?.changes ?? 0) & changeFlags.moved;
        // other branches may have changed it: this one has it as it was written
        if (print === line.fingerprint && ((story?.changes ?? 0) & ~changeFlags.moved) === 0) asWritten(line, (line.changes & changeFlags.moved) !== 0);
        else if (known && story !== undefined && !same) {
          line.changes |= story.changes;
          line.retained = story.retained;
          line.editCause = story.editCause ?? line.editCause;
        }
      });
    },
    wasMoved: (id) => ((books.storyOf(id)?.changes ?? 0) & changeFlags.moved) !== 0,
    carried: (id, change, retained, cause, commit) => {
      if (id > 0 && id < continued) withRiders(id, (line) => changeLine(line, change, retained, cause, commit.committedAt));
    },
    died: (id, death) => {
      if (id > 0) end(id, death);
      else books.comparison.ended(id, death.at);
    },
    outlived: (id, commit) => {
      withRiders(id, (line) => {
        arrive(line, commit);
        line.changes |= changeFlags.moved;
      });
    },
    compared: (lines, commit) => books.comparison.born(lines, books.enteredAt(commit)),
    rides: (line, rider) => riders.add(line, rider),
    lost: (_path, ids, commit) => {
      for (const id of ids) {
        if (id > 0 && id < continued) end(id, { fate: 'unknown', cause: 'unknown', at: commit.committedAt, commit: commit.id });
        else if (id <= 0) books.comparison.forgotten(id);
      }
    },
  };
}
