import type { AddedLine, DiffFile } from '../attribution/commitLines.ts';
import type { Attestation } from '../model/contribution.ts';
import { followedId } from './fileMap.ts';
import type { CommitStep, FollowTools } from './followCommit.ts';

/**
 * Lines that a record in git attests to an AI tool, by their numbers in the commit's own version. What a
 * contribution of the person's own log claims already stays with it: it is the better record of the same line.
 */
export function claimAttested(file: DiffFile, step: CommitStep, tools: FollowTools): void {
  for (const attestation of step.attestations) {
    if (attestation.commit !== step.commit.id || attestation.path !== file.path) continue;
    const lines = file.added.filter((line) => isIn(attestation, line.number) && mayBeAttested(line, attestation, tools));
    if (lines.length === 0) continue;
    tools.addAttested(attestation, lines, step).forEach((followed, at) => {
      const line = lines[at]!;
      // text that existed before and was only moved or re-indented here is attested all the same
      if (line.claim?.by === 'line') line.claim.from.heir = null;
      line.id = followed.id;
      line.claim = { by: 'contribution', line: followed.id, tier: 'attested', moved: false, retained: 1, similarity: 1 };
    });
  }
}

/** A record that names another tool for text that was only moved or re-indented is the newer evidence. */
function mayBeAttested(line: AddedLine, attestation: Attestation, tools: FollowTools): boolean {
  if (line.claim?.by === 'contribution') return false;
  const id = followedId(line.id);
  return id === 0 || (line.claim?.by === 'line' && tools.contributionOf(id).tool !== attestation.tool);
}

function isIn(attestation: Attestation, number: number): boolean {
  return attestation.ranges.some(([from, to]) => number >= from && number <= to);
}
