import type { CommitId } from '../../model/commit.ts';
import type { FollowedLine, StoredContribution } from '../../model/followedLine.ts';
import { isEffective, lineFlags } from '../../model/lineText.ts';
import { effectiveIn, repeatedRuns } from './repeatedRuns.ts';
import { blockLines, blockTokens } from './shingles.ts';
import type { SolidLines } from './solidLines.ts';

/** What one contribution first brought to one file of one commit. */
export interface BornText {
  readonly contribution: StoredContribution;
  readonly commit: CommitId;
  readonly path: string;
  /** The contribution's lines that are not blank, in order; null for one that was not born here. */
  readonly lines: readonly (FollowedLine | null)[];
  /** Loose fingerprints of these lines; a number of its own, which no text has, for one that was not born here. */
  readonly prints: Float64Array;
  /** How many of them are effective. */
  readonly effective: number;
}

/** A file of the commit in which the text may stand a second time. */
export interface Source {
  /** The names that this file had. */
  readonly names: readonly string[];
  /** The file as the commit has it. */
  readonly after: SolidLines;
  /** The file as the commit's parent has it, under any of its names. */
  readonly before: readonly SolidLines[];
  /** When the line at a number of the file was written, as a rank; undefined when this commit did not bring it from an agent. */
  readonly rankAt: (number: number) => number | undefined;
}

/** Effective, leaving aside that it may repeat a block. */
export function effectiveOnceOnly(line: FollowedLine): boolean {
  return isEffective(line.flags & ~lineFlags.duplicate);
}

export function bornText(contribution: StoredContribution, commit: CommitId, path: string): BornText {
  const all = contribution.lines.filter((line) => (line.flags & lineFlags.blank) === 0);
  const lines = all.map((line) => (line.first?.commit === commit && line.first.path === path ? line : null));
  return {
    contribution, commit, path, lines,
    prints: Float64Array.from(lines, (line, index) => line?.loose ?? -1 - index),
    effective: lines.filter((line) => line !== null && effectiveOnceOnly(line)).length,
  };
}

/**
 * The lines of `born` that repeat a block of `source`: one that stands there after the commit as well, and was
 * written before. What the commit took away there was moved, and no text repeats itself.
 *
 * @param rankOf when a line was written, comparable with `source.rankAt`
 */
export function findRepeats(born: BornText, source: Source, rankOf: (line: FollowedLine) => number): FollowedLine[][] {
  const effective = (index: number): boolean => born.lines[index] !== null && effectiveOnceOnly(born.lines[index]!);
  const earlier = (index: number, at: number): boolean => {
    const rank = source.rankAt(source.after.numbers[at]!);
    return rank === undefined || rank < rankOf(born.lines[index]!);
  };
  const runs = repeatedRuns(born, source.after, effective, (index, at) => born.lines[index] !== null && earlier(index, at));
  if (runs.length === 0) return [];
  const stoodBefore = new Set(source.before.flatMap((text) => repeatedRuns(born, text, effective).flatMap((run) => Array.from({ length: run.length }, (_, step) => run.from + step))));
  const repeats: FollowedLine[][] = [];
  for (const { from, at, length } of runs) {
    const old = (index: number): boolean => source.rankAt(source.after.numbers[at + index - from]!) !== undefined || stoodBefore.has(index);
    for (let start = from; start < from + length; start++) {
      let end = start;
      while (end < from + length && old(end)) end++;
      if (effectiveIn({ from: start, length: end - start }, effective) >= blockLines && tokensIn(source.after, at + start - from, end - start) >= blockTokens) repeats.push(born.lines.slice(start, end).flatMap((line) => (line !== null && effectiveOnceOnly(line) ? [line] : [])));
      start = end;
    }
  }
  return repeats;
}

function tokensIn(text: SolidLines, from: number, length: number): number {
  let tokens = 0;
  for (let index = from; index < from + length; index++) tokens += text.tokensAt(index);
  return tokens;
}
