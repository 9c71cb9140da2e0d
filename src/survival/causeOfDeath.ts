import type { DiffFile, LineReader, RemovedLine } from '../attribution/commitLines.ts';
import type { CommitFacts } from '../model/commit.ts';
import type { Cause } from '../model/fate.ts';
import type { Death } from '../model/followedLine.ts';
import { lineFlags } from '../model/lineText.ts';

/** What is known about the commit that took a line away. */
export interface DeathScene {
  readonly commit: CommitFacts;
  readonly mine: boolean;
  readonly removed: RemovedLine;
  /** Non-blank lines that the same hunk added. */
  readonly replacements: number;
  /** How many of them are my contributions' lines, new with this commit. */
  readonly aiReplacements: number;
  /** An AI edit of mine took this very line away before the commit. */
  readonly removedByAi: boolean;
  /** All that a merge brought together was followed: what no branch did to the line, whoever merged did. */
  readonly settled: boolean;
}

interface CauseRule {
  readonly name: string;
  readonly cause: (scene: DeathScene) => Cause | null;
}

/** Asked in order; the first that answers decides. */
const causeRules: readonly CauseRule[] = [
  // what a revert brings back may well be an agent's, but it is not what ended the line
  { name: 'a revert', cause: (scene) => (isRevert(scene.commit) ? authorOf(scene) : null) },
  { name: 'what replaced it is AI', cause: (scene) => (scene.replacements > 0 && scene.aiReplacements * 2 >= scene.replacements ? 'me with AI' : null) },
  { name: 'an AI edit removed it', cause: (scene) => (scene.mine && scene.replacements === 0 && scene.removedByAi ? 'me with AI' : null) },
  { name: 'a merge of what was not followed', cause: (scene) => (scene.commit.parents.length > 1 && !scene.settled ? 'unknown' : null) },
  { name: 'the author of the commit', cause: authorOf },
];

export function authorOf(scene: Pick<DeathScene, 'mine'>): Cause {
  return scene.mine ? 'me' : 'someone else';
}

export function causeOf(scene: DeathScene): Cause {
  for (const rule of causeRules) {
    const cause = rule.cause(scene);
    if (cause !== null) return cause;
  }
  return 'unknown';
}

/** `git revert` and forges write these; the message is the only thing that tells a revert from a deletion. */
export function isRevert(commit: CommitFacts): boolean {
  return commit.reverts.length > 0 || /^revert\b/i.test(commit.subject);
}

export function deathOf(scene: DeathScene): Death {
  const fate = isRevert(scene.commit) ? 'reverted' : scene.replacements > 0 ? 'rewritten' : 'deleted';
  return { fate, cause: causeOf(scene), at: scene.commit.committedAt, commit: scene.commit.id };
}

/** What took the place of a hunk's removed lines. */
export function replacementsOf(file: DiffFile, hunk: number, reader: LineReader, isAi: (line: number) => boolean): { replacements: number; aiReplacements: number } {
  let replacements = 0;
  let aiReplacements = 0;
  const [from, to] = file.hunks[hunk]!.added;
  for (let at = from; at < to; at++) {
    const line = file.added[at]!;
    if ((reader.flags(line) & lineFlags.blank) !== 0) continue;
    // a block that was moved or merged here took nobody's place
    if (line.claim?.by === 'line' && line.claim.change === 'moved') continue;
    replacements++;
    if (line.claim?.by === 'contribution' && line.claim.tier !== 'attested' && isAi(line.claim.line)) aiReplacements++;
  }
  return { replacements, aiReplacements };
}
