import { alignInOrder } from '../attribution/alignInOrder.ts';
import type { DiffFile, LineReader } from '../attribution/commitLines.ts';
import { followsNeighbours, isEffective } from '../model/lineText.ts';
import type { Copies } from './copies.ts';
import { continued, followedId } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';

/** Fewer effective lines than this in a file are a coincidence, not a copy. */
export const copiedLines = 3;

/**
 * A new file that repeats text of a file this commit touches (git calls it a copy; a file split in two, or
 * moved to one place and copied to another, looks the same). Its lines are of the same origin, but the same
 * line counts once: they are marked as further places of the lines they repeat.
 */
export function matchCopies(files: readonly DiffFile[], sources: readonly FileMap[], reader: LineReader, copied: Copies['add']): void {
  const created = files.filter((file) => file.patch.oldPath === null && file.added.some((line) => line.claim === null));
  if (created.length === 0 || sources.length === 0) return;
  const prints = sources.map((source) => new Set(source.prints.filter((_print, at) => followedId(source.ids[at]!) > 0)));
  for (const file of created) matchFile(file, sources, prints, reader, copied);
}

function matchFile(file: DiffFile, sources: readonly FileMap[], prints: readonly ReadonlySet<number>[], reader: LineReader, copied: Copies['add']): void {
  for (const [at, source] of sources.entries()) {
    const free = file.added.filter((line) => line.claim === null);
    if (free.length === 0) return;
    if (free.filter((line) => prints[at]!.has(line.print)).length < copiedLines) continue;
    const pairs = alignInOrder(
      { length: free.length, key: (at) => free[at]!.print, anchor: (at) => !followsNeighbours(reader.flags(free[at]!)) },
      { length: source.ids.length, key: (at) => (followedId(source.ids[at]!) > 0 ? source.prints[at]! : 0), anchor: () => true },
    );
    if (pairs.filter(([left]) => isEffective(reader.flags(free[left]!))).length < copiedLines) continue;
    for (const [left, right] of pairs) {
      free[left]!.id = followedId(source.ids[right]!) | continued;
      free[left]!.claim = { by: 'parent' };
      copied(followedId(source.ids[right]!), file.path);
    }
  }
}
