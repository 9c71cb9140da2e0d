import type { Fingerprint } from '../model/fingerprint.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { followsNeighbours } from '../model/lineText.ts';
import { alignInOrder } from './alignInOrder.ts';
import { claimSimilar, mayBeChanged } from './claimSimilar.ts';
import type { AddedLine, DiffFile, LineReader } from './commitLines.ts';

/** Which lines of which contributions a commit may hold. */
export interface Candidates {
  /** Contributions written for the file's path (renames followed) before the commit, latest first. */
  readonly contributions: readonly StoredContribution[];
  /** Is the line not in the commit's parent already, and may it come (back) with this commit? */
  readonly available: (line: FollowedLine) => boolean;
  /** The line as its branch has it by now, and as its first commit had it, where that is not how it was written. */
  readonly texts: { readonly present: (line: FollowedLine) => LineText | undefined; readonly birth: (line: FollowedLine) => LineText | undefined };
  /** Was this text added by a commit of some branch before? Then a squash or pick repeats it: it is no changed form of uncommitted text. */
  readonly onBranch: (print: number) => boolean;
  /**
   * When this person last committed the file on this line of history, UTC ms. What was written before and is
   * not in it was dropped then: it comes back only as it was, never by likeness.
   */
  readonly committedAt: number;
  /** Whether text that was changed since it was written is looked for by its likeness. */
  readonly alike: boolean;
}

/** What a line is recognised by. */
export type LineText = Pick<FollowedLine, 'fingerprint' | 'loose'>;

/**
 * Finds the contributions' lines among a file's added lines that are nobody's yet. Content decides:
 * each contribution is aligned in order with what is left, the latest first, in three tiers
 * (exact, white space, similar); each inserted line is used once.
 */
export function claimContributions(file: DiffFile, candidates: Candidates, reader: LineReader): void {
  const used = new Set<number>();
  const free = (line: FollowedLine): boolean => !used.has(line.id) && candidates.available(line);
  const take = (added: AddedLine, line: FollowedLine, tier: 'exact' | 'white space' | 'similar', moved: boolean, retained: number, similarity: number): void => {
    used.add(line.id);
    added.id = line.id;
    added.claim = { by: 'contribution', line: line.id, tier, moved, retained, similarity };
  };
  const contributions = candidates.contributions.filter((contribution) => contribution.lines.length > 0);
  const asWritten = (line: FollowedLine): LineText => line;
  const { present, birth } = candidates.texts;
  const asPresent = (line: FollowedLine): LineText => present(line) ?? birth(line) ?? line;
  const asBorn = (line: FollowedLine): LineText => birth(line) ?? line;
  const known = (textOf: typeof birth): boolean => contributions.some(({ lines }) => lines.some((line) => textOf(line) !== undefined));
  const here = sharingText(file, contributions, candidates.texts, reader);
  if (here.length > 0) {
    claimInOrder(file, here, free, reader, 'exact', asPresent, take);
    const born = known(birth);
    if (born) claimInOrder(file, here, free, reader, 'exact', asBorn, take);
    if (born || known(present)) claimInOrder(file, here, free, reader, 'exact', asWritten, take);
    claimInOrder(file, here, free, reader, 'white space', asPresent, take);
    claimOutOfOrder(file, here, free, reader, take);
  }
  if (!candidates.alike) return;
  for (const contribution of contributions) if (contribution.at > candidates.committedAt && contribution.lines.some((line) => mayBeChanged(line) && free(line))) claimSimilar(file, contribution, free, candidates.onBranch, reader, take);
}

/** Gives an added line to a contribution's line. */
export type Take = (added: AddedLine, line: FollowedLine, tier: 'exact' | 'white space' | 'similar', moved: boolean, retained: number, similarity: number) => void;
/** May the line still be given an added line? */
export type Free = (line: FollowedLine) => boolean;

function unclaimed(file: DiffFile): AddedLine[] {
  return file.added.filter((line) => line.claim === null);
}

/** The contributions of which some line reads like one that is nobody's yet, white space aside: of most that were written for a file, a commit holds nothing. */
function sharingText(file: DiffFile, contributions: readonly StoredContribution[], { present, birth }: Candidates['texts'], reader: LineReader): readonly StoredContribution[] {
  const texts = new Set<Fingerprint>();
  for (const line of file.added) if (line.claim === null) texts.add(reader.loose(line));
  const isHere = (text: LineText | undefined): boolean => text !== undefined && texts.has(text.loose);
  return contributions.filter(({ lines }) => lines.some((line) => texts.has(line.loose) || isHere(present(line)) || isHere(birth(line))));
}

function claimInOrder(file: DiffFile, contributions: readonly StoredContribution[], free: Free, reader: LineReader, tier: 'exact' | 'white space', textOf: (line: FollowedLine) => LineText, take: Take): void {
  const keyOfAdded = (line: AddedLine): Fingerprint => (tier === 'exact' ? line.print : reader.loose(line));
  const keyOfLine = (line: FollowedLine): Fingerprint => (tier === 'exact' ? textOf(line).fingerprint : textOf(line).loose);
  let rest = unclaimed(file);
  let keys = new Set(rest.map(keyOfAdded));
  for (const contribution of contributions) {
    if (rest.length === 0) return;
    if (!contribution.lines.some((line) => keys.has(keyOfLine(line)) && !followsNeighbours(line.flags) && free(line))) continue;
    const lines = contribution.lines.filter(free);
    const pairs = alignInOrder(
      { length: lines.length, key: (at) => keyOfLine(lines[at]!), anchor: (at) => !followsNeighbours(lines[at]!.flags), joined: (at) => at > 0 && lines[at]!.ordinal === lines[at - 1]!.ordinal + 1 },
      {
        length: rest.length,
        key: (at) => keyOfAdded(rest[at]!),
        anchor: () => true,
        joined: (at) => at > 0 && rest[at]!.hunk === rest[at - 1]!.hunk && rest[at]!.number === rest[at - 1]!.number + 1,
      },
    );
    for (const [left, right] of pairs) take(rest[right]!, lines[left]!, tier, false, 1, 1);
    if (pairs.length === 0) continue;
    rest = rest.filter((line) => line.claim === null);
    keys = new Set(rest.map(keyOfAdded));
  }
}

/** Lines that a person moved within the file before the commit: unique on both sides, and not trivial. */
function claimOutOfOrder(file: DiffFile, contributions: readonly StoredContribution[], free: Free, reader: LineReader, take: Take): void {
  const places = new Map<Fingerprint, AddedLine | null>();
  for (const line of unclaimed(file)) {
    if (followsNeighbours(reader.flags(line))) continue;
    places.set(line.print, places.has(line.print) ? null : line);
  }
  if (places.size === 0) return;
  for (const contribution of contributions) {
    for (const line of contribution.lines) {
      const added = places.get(line.fingerprint);
      if (added === undefined || added === null || added.claim !== null || followsNeighbours(line.flags) || !free(line)) continue;
      take(added, line, 'exact', true, 1, 1);
    }
  }
}
