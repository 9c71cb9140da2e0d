import type { Candidates } from '../attribution/claimContributions.ts';
import type { AddedLine } from '../attribution/commitLines.ts';
import { attestedContribution } from '../attribution/attestedContribution.ts';
import { isHand } from '../model/contribution.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { isRevert } from './causeOfDeath.ts';
import { linesIn } from './fileMap.ts';
import type { CommitStep, FollowTools } from './followCommit.ts';
import type { FollowInput } from './followHistory.ts';
import type { Recorder } from './recorder.ts';
import type { TreeState } from './treeState.ts';

/**
 * What a commit is followed with. On the default branch a line may come (back) when it is not there now;
 * on a branch, when it is not in the file there.
 */
export function createFollowTools(input: FollowInput, where: 'trunk' | TreeState, recorder: Recorder): FollowTools {
  const { store, pool } = input;
  const texts = { present: input.texts.present, birth: input.texts.birth };
  const among = (contributions: readonly StoredContribution[], path: string, step: CommitStep, alike: boolean): Candidates | null => {
    if (contributions.length === 0) return null;
    // a squash brings a branch that began before the trunk's last commit: there the file's past says nothing
    if (where === 'trunk') return { contributions, available: (line) => mayComeToTrunk(line, step), texts, committedAt: 0, onBranch: (print) => input.memory.holds(print), alike };
    const committedAt = where.get(path)?.touchedAt ?? 0;
    let present: Set<number> | null = null;
    const inFile = (line: FollowedLine): boolean => {
      present ??= linesIn(where.get(path));
      return present.has(line.id);
    };
    return { contributions, available: (line) => !inFile(line), texts, committedAt, onBranch: () => false, alike };
  };
  return {
    key: input.key,
    reader: input.reader,
    recorder,
    candidates: (path, step) => among(pool.candidates(path, step.commit.committedAt), path, step, true),
    // what was typed and changed since by something unseen is of unknown origin
    typed: (path, step) => among(pool.typed(path, step.commit.committedAt), path, step, false),
    uncommittedLike: (loose, commit) => store.uncommittedLike(loose).filter((line) => line.first === null && line.writtenAt <= commit.committedAt && line.place !== 'branch' && !isHand(store.contribution(line.contribution))),
    contributionOf: (line) => store.contribution(store.line(line).contribution),
    openLines: (episode, origin) => store.openLines(episode, origin),
    addAttested: (attestation, lines, step) => store.addAttested(attestedContributionOf(attestation, lines, step)).lines,
    removedByAi: (path, loose, line, until) => pool.removedByAi(path, loose, store.line(line).writtenAt, until),
    seenAdded: where === 'trunk' ? null : input.memory.added,
    renamed: pool.renamed,
    copied: input.copies.add,
    copiesOf: (line) => [...input.copies.of(line)].flatMap(pool.namesOf),
    excluded: input.excluded,
    keepAllMaps: input.keepAllMaps && where === 'trunk',
  };

  function attestedContributionOf(attestation: Parameters<FollowTools['addAttested']>[0], lines: readonly AddedLine[], step: CommitStep): ReturnType<typeof attestedContribution> {
    return attestedContribution(attestation, lines, step.commit, step.mine, input.reader);
  }
}

/** A line that died on the default branch comes back with a revert of its revert, or by my own hand. */
function mayComeToTrunk(line: FollowedLine, step: CommitStep): boolean {
  if (line.place === 'trunk') return false;
  return line.merged === null || step.mine || isRevert(step.commit);
}
