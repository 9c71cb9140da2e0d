import type { LineText } from '../attribution/claimContributions.ts';
import type { AddedLine, Claim, LineReader } from '../attribution/commitLines.ts';
import { tiers } from '../model/fate.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { FollowedLine } from '../model/followedLine.ts';

type Found = Extract<Claim, { by: 'contribution' }>;

/** [line, fingerprint, loose fingerprint] */
export type TextEntry = readonly [number, number, number];
/** [line, fingerprint, loose fingerprint, tier's number, share of tokens retained] */
export type BirthEntry = readonly [number, number, number, number, number];

/**
 * How lines read where that is not how they were written. Fingerprints only.
 *
 *   written   limit = 10;          the agent's log
 *   birth     limit = LIMIT;       its first commit: recognised by its tokens, which are dropped from then on
 *   present   limit = MAXIMUM;     its branch by now: what a squash, rebase or cherry-pick brings
 */
export interface BranchTexts {
  /** The line reads like this on a branch now. */
  readonly note: (line: FollowedLine, added: AddedLine) => void;
  /** The line was found in its first commit, or found there again; returns how it was found the first time. */
  readonly born: (line: FollowedLine, added: AddedLine, claim: Found) => Found;
  /** A line of a commit without its white space. */
  readonly loose: (added: AddedLine) => Fingerprint;
  readonly present: (line: FollowedLine) => LineText | undefined;
  readonly birth: (line: FollowedLine) => LineText | undefined;
  readonly presentEntries: () => readonly TextEntry[];
  readonly birthEntries: () => readonly BirthEntry[];
}

export function createBranchTexts(reader: LineReader, known: { readonly texts: readonly TextEntry[]; readonly births: readonly BirthEntry[] }): BranchTexts {
  const present = new Map<number, LineText>(known.texts.map(([line, fingerprint, loose]) => [line, { fingerprint, loose }]));
  const births = new Map<number, LineText & Pick<Found, 'tier' | 'retained'>>(
    known.births.map(([line, fingerprint, loose, tier, retained]) => [line, { fingerprint, loose, tier: tiers[tier]!, retained }]),
  );
  return {
    note: (line, added) => {
      if (added.print === line.fingerprint) present.delete(line.id);
      else present.set(line.id, { fingerprint: added.print, loose: reader.loose(added) });
    },
    born: (line, added, claim) => {
      const past = births.get(line.id);
      if (past !== undefined && past.fingerprint === added.print) return { ...claim, tier: past.tier, retained: past.retained };
      if (added.print !== line.fingerprint && claim.tier !== 'exact') births.set(line.id, { fingerprint: added.print, loose: reader.loose(added), tier: claim.tier, retained: claim.retained });
      return claim;
    },
    loose: reader.loose,
    present: (line) => present.get(line.id),
    birth: (line) => births.get(line.id),
    presentEntries: () => [...present].map(([line, { fingerprint, loose }]) => [line, fingerprint, loose]),
    birthEntries: () => [...births].map(([line, { fingerprint, loose, tier, retained }]) => [line, fingerprint, loose, tiers.indexOf(tier), retained]),
  };
}
