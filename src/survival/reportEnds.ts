import type { DiffFile, RemovedLine } from '../attribution/commitLines.ts';
import { causeOf, deathOf, replacementsOf } from './causeOfDeath.ts';
import type { DeathScene } from './causeOfDeath.ts';
import { isHand } from '../model/contribution.ts';
import { continued, isFollowed } from './fileMap.ts';
import type { Cause } from '../model/fate.ts';
import type { CommitStep, FollowTools } from './followCommit.ts';

/** Tells the recorder what became of every line that the commit touched: born, joined, carried on, ended. */
export function reportEnds(files: readonly DiffFile[], step: CommitStep, tools: FollowTools): void {
  // deaths before births, over all files: a line that is taken away here and comes there lives on
  for (const file of files) reportRemoved(file, step, tools);
  for (const file of files) reportAdded(file, step, tools);
}

function reportRemoved(file: DiffFile, step: CommitStep, tools: FollowTools): void {
  const { recorder } = tools;
  const settled = step.merged.length === step.commit.parents.length - 1;
  const scenes = new Map<number, { replacements: number; aiReplacements: number }>();
  const sceneOf = (removed: RemovedLine): DeathScene => {
    let counts = scenes.get(removed.hunk);
    if (counts === undefined) scenes.set(removed.hunk, (counts = replacementsOf(file, removed.hunk, tools.reader, (line) => !isHand(tools.contributionOf(line)))));
    const removedByAi = counts.replacements === 0 && step.mine && removed.id > 0 && tools.removedByAi(file.patch.oldPath ?? file.path, tools.reader.loose(removed), removed.id, step.commit.committedAt);
    return { commit: step.commit, mine: step.mine, removed, ...counts, removedByAi, settled };
  };
  const editorOf = (removed: RemovedLine): Cause => causeOf({ ...sceneOf(removed), replacements: 0, aiReplacements: 0 });
  for (const removed of file.removed) {
    if (!isFollowed(removed.id)) continue;
    const claim = removed.heir?.claim;
    if (removed.heir === null) recorder.died(removed.id, deathOf(sceneOf(removed)));
    else if (claim?.by === 'line') {
      if (claim.from === removed) recorder.carried(removed.id, claim.change, claim.retained, claim.change === 'edited' ? editorOf(removed) : 'unknown', step.commit, removed.heir);
      else if (removed.id > 0 && claim.from.id > 0) recorder.rides(claim.from.id, removed.id);
    }
  }
}

function reportAdded(file: DiffFile, step: CommitStep, tools: FollowTools): void {
  const printOf = new Map<number, number>();
  if (step.merged.length > 0) for (const removed of file.removed) if (removed.id > 0) printOf.set(removed.id, removed.print);
  for (const added of file.added) {
    if (added.claim?.by === 'contribution') tools.recorder.born(added.claim.line, added, added.claim, step.commit);
    else if (added.claim?.by === 'parent' && added.id > 0 && added.id < continued) tools.recorder.joined(added.id, { print: added.print, same: printOf.get(added.id) === added.print, added }, step.commit);
  }
}
