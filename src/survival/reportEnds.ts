import type { DiffFile, RemovedLine } from '../attribution/commitLines.ts';
import { causeOf, deathOf, replacementsOf } from './causeOfDeath.ts';
import type { DeathScene } from './causeOfDeath.ts';
import { continued, firstOther, isFollowed } from './fileMap.ts';
import type { CommitStep, FollowTools } from './followCommit.ts';

/** Tells the recorder what became of every line that the commit touched: born, joined, carried on, ended. */
export function reportEnds(files: readonly DiffFile[], step: CommitStep, tools: FollowTools): void {
  const { recorder } = tools;
  for (const file of files) {
    const scenes = new Map<number, { replacements: number; aiReplacements: number }>();
    const sceneOf = (removed: RemovedLine): DeathScene => {
      let counts = scenes.get(removed.hunk);
      if (counts === undefined) scenes.set(removed.hunk, (counts = replacementsOf(file, removed.hunk, tools.reader)));
      const removedByAi = counts.replacements === 0 && step.mine && removed.id > 0 && tools.removedByAi(file.patch.oldPath ?? file.path, tools.reader.loose(removed), removed.id, step.commit.committedAt);
      return { commit: step.commit, mine: step.mine, removed, ...counts, removedByAi };
    };
    // deaths before births: a line that is taken away here and written anew there lives on
    const riders = new Map<number, number>();
    for (const removed of file.removed) {
      if (!isFollowed(removed.id)) continue;
      const heir = removed.heir;
      if (heir === null) recorder.died(removed.id, deathOf(sceneOf(removed)));
      else if (heir.claim?.by === 'line') {
        const { change, retained, from } = heir.claim;
        if (from === removed) recorder.carried(removed.id, change, retained, change === 'edited' ? causeOf({ ...sceneOf(removed), replacements: 0, aiReplacements: 0 }) : 'unknown', step.commit, heir);
        else riders.set(removed.id, from.id);
      }
    }
    for (const [rider, line] of riders) if (rider > 0 && line > 0) recorder.rides(line, rider);
    for (const added of file.added) {
      if (added.claim?.by === 'contribution') recorder.born(added.claim.line, added, added.claim, step.commit);
      else if (added.claim?.by === 'parent' && added.id > 0 && added.id < continued) recorder.joined(added.id, added, step.commit);
    }
  }
}

/** Is this the id of a comparison line? */
export function isComparison(id: number): boolean {
  return id <= firstOther;
}
