import type { LineText } from '../attribution/claimContributions.ts';
import type { AddedLine, LineReader } from '../attribution/commitLines.ts';
import type { FollowedLine } from '../model/followedLine.ts';

/**
 * How lines read on their branch by now, where that is not how they were written: a squash, rebase or
 * cherry-pick brings the branch's text, not the agent's. Fingerprints only.
 */
export interface BranchTexts {
  readonly note: (line: FollowedLine, added: AddedLine) => void;
  readonly of: (line: FollowedLine) => LineText | undefined;
  /** [line, fingerprint, loose fingerprint], for the ledger. */
  readonly entries: () => readonly (readonly [number, number, number])[];
}

export function createBranchTexts(reader: LineReader, known: readonly (readonly [number, number, number])[]): BranchTexts {
  const texts = new Map<number, LineText>(known.map(([line, fingerprint, loose]) => [line, { fingerprint, loose }]));
  return {
    note: (line, added) => {
      if (added.print === line.fingerprint) texts.delete(line.id);
      else texts.set(line.id, { fingerprint: added.print, loose: reader.loose(added) });
    },
    of: (line) => texts.get(line.id),
    entries: () => [...texts].map(([line, { fingerprint, loose }]) => [line, fingerprint, loose]),
  };
}
