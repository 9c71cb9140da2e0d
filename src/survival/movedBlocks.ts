import type { AddedLine, DiffFile, LineReader, RemovedLine } from '../attribution/commitLines.ts';
import { alignInOrder } from '../attribution/alignInOrder.ts';
import { followsNeighbours } from '../model/lineText.ts';

/**
 * A run of moved lines must hold this many letters and digits to be more than a coincidence
 * (the rule of `git diff --color-moved=blocks`).
 */
const blockCharacters = 20;

// Text that stands more often than this in one commit says nothing about where a block came from.
const maxOccurrences = 30;

/**
 * Lines of one hunk that only changed their white space: same loose text, in order. Whole-file
 * formatter and indentation runs are made of these.
 */
export function matchReindented(file: DiffFile, reader: LineReader): void {
  if (file.removed.length === 0 || file.added.length === 0) return;
  for (const hunk of file.hunks) {
    const removed = file.removed.slice(...hunk.removed);
    const added = file.added.slice(...hunk.added).filter((line) => line.claim === null);
    if (removed.length === 0 || added.length === 0) continue;
    const pairs = alignInOrder(
      { length: removed.length, key: (at) => reader.loose(removed[at]!), anchor: (at) => !followsNeighbours(reader.flags(removed[at]!)) },
      { length: added.length, key: (at) => reader.loose(added[at]!), anchor: () => true },
    );
    for (const [left, right] of pairs) carry(removed[left]!, added[right]!, removed[left]!.print === added[right]!.print ? 'kept' : 'reformatted', 1, 1);
  }
}

/** Makes the added line the heir of the removed one. */
export function carry(from: RemovedLine, to: AddedLine, change: 'kept' | 'moved' | 'reformatted' | 'edited', retained: number, similarity: number): void {
  from.heir = to;
  to.id = from.id;
  to.claim = { by: 'line', from, change, retained, similarity };
}

/**
 * Blocks cut in one place of the commit and pasted in another, inside a file or across files, whatever
 * their indentation. Runs are grown from every possible start and the longest wins.
 *
 *   - a            + a
 *   - b     →      + b      one block of three, however many hunks lie between
 *   - c            + c
 */
export function matchMovedBlocks(files: readonly DiffFile[], reader: LineReader): void {
  const places = new Map<number, { file: DiffFile; at: number }[]>();
  for (const file of files) {
    file.removed.forEach((line, at) => {
      if (line.heir !== null || line.start === line.end) return;
      const loose = reader.loose(line);
      const list = places.get(loose);
      if (list === undefined) places.set(loose, [{ file, at }]);
      else list.push({ file, at });
    });
  }
  if (places.size === 0) return;
  for (const file of files) {
    for (let at = 0; at < file.added.length; at++) {
      const line = file.added[at]!;
      if (line.claim !== null || line.start === line.end) continue;
      const starts = places.get(reader.loose(line));
      // what a line is worth is only asked of the few that stand on both sides
      if (starts === undefined || starts.length > maxOccurrences || followsNeighbours(reader.flags(line))) continue;
      let best: Run | null = null;
      for (const start of starts) {
        const run = grow(start.file, start.at, file, at, reader);
        if (run !== null && (best === null || run.characters > best.characters)) best = run;
      }
      if (best === null || best.characters < blockCharacters) continue;
      for (let step = 0; step < best.length; step++) carry(best.from.removed[best.start + step]!, file.added[best.to + step]!, 'moved', 1, 1);
      at = best.to + best.length - 1;
    }
  }
}

interface Run {
  readonly from: DiffFile;
  readonly start: number;
  readonly to: number;
  readonly length: number;
  readonly characters: number;
}

/** The longest run of equal free neighbours around a pair, backwards over trivial lines too. */
function grow(from: DiffFile, removedAt: number, to: DiffFile, addedAt: number, reader: LineReader): Run | null {
  const equal = (l: number, r: number): boolean => {
    const left = from.removed[l];
    const right = to.added[r];
    return left !== undefined && right !== undefined && left.heir === null && right.claim === null && reader.loose(left) === reader.loose(right);
  };
  if (!equal(removedAt, addedAt)) return null;
  const follows = (line: { readonly number: number } | undefined, past: { readonly number: number } | undefined): boolean => line !== undefined && past !== undefined && line.number === past.number + 1;
  const adjacent = (l: number, r: number): boolean => follows(from.removed[l], from.removed[l - 1]) && follows(to.added[r], to.added[r - 1]);
  let start = removedAt;
  let begin = addedAt;
  while (start > 0 && begin > 0 && adjacent(start, begin) && equal(start - 1, begin - 1)) {
    start--;
    begin--;
  }
  let length = addedAt - begin + 1;
  while (start + length < from.removed.length && begin + length < to.added.length && adjacent(start + length, begin + length) && equal(start + length, begin + length)) length++;
  let characters = 0;
  for (let step = 0; step < length && characters < 10 * blockCharacters; step++) characters += reader.text(to.added[begin + step]!).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return { from, start, to: begin, length, characters };
}
