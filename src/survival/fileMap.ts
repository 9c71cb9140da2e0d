import type { PatchHunk } from '../model/patch.ts';

/**
 * Which line of a file is whose, at one commit. Immutable: a commit makes a new one, so that branches
 * share what they have not touched.
 *
 *   ids[n - 1]   > 0            an AI line (FollowedLine.id); with `continued`, a further line it was wrapped to
 *                <= firstOther  a comparison line: birth commit number `firstOther - id`
 *                = other        seen being added, not followed
 *                = before       older than the scan, or added unseen
 *   prints[n-1]  fingerprint of the text, 0 where it was not seen
 *
 * Lines past the end of `ids` are `before`: a file that is older than the scan has a known length only as
 * far as it was touched.
 */
export interface FileMap {
  readonly ids: Int32Array;
  readonly prints: Float64Array;
  /** True when the whole file was seen from its creation, so that `ids` is as long as the file. */
  readonly whole: boolean;
  /** When this person last committed the file on this line of history, UTC ms; 0 when that was not seen. */
  readonly touchedAt: number;
  /** Set when git's diff did not fit the map: from here on nothing about this file is claimed. */
  readonly lost: boolean;
}

export const before = -1;
export const other = 0;
/** Ids at or below this are comparison lines. */
export const firstOther = -2;
/** Added to an AI line's id on the further lines it was wrapped to. */
export const continued = 1 << 29;

/** The AI line an id stands for (itself or a continuation), or 0. */
export function followedId(id: number): number {
  return id <= 0 ? 0 : id & (continued - 1);
}

/** Is this an id whose fate somebody asks for: an AI line or a comparison line? */
export function isFollowed(id: number): boolean {
  return (id > 0 && id < continued) || id <= firstOther;
}

export const emptyFile: FileMap = { ids: new Int32Array(0), prints: new Float64Array(0), whole: true, touchedAt: 0, lost: false };
export const unseenFile: FileMap = { ids: new Int32Array(0), prints: new Float64Array(0), whole: false, touchedAt: 0, lost: false };

/** Id and fingerprint of a 1-based line. */
export function idAt(map: FileMap, line: number): number {
  return line <= map.ids.length ? map.ids[line - 1]! : before;
}

export function printAt(map: FileMap, line: number): number {
  return line <= map.prints.length ? map.prints[line - 1]! : 0;
}

/** What the added lines of a hunk are, in order. */
export interface AddedIds {
  readonly ids: ArrayLike<number>;
  readonly prints: ArrayLike<number>;
}

/**
 * The map after a zero-context diff.
 *
 *   @@ -5,2 +5,3 @@   lines 5 and 6 go, three come in their place
 *   @@ -5,0 +6,3 @@   three come after line 5
 */
export function applyHunks(map: FileMap, hunks: readonly PatchHunk[], added: readonly AddedIds[]): FileMap {
  if (hunks.length === 0) return map;
  const last = hunks[hunks.length - 1]!;
  const removedCount = (hunk: PatchHunk): number => hunk.removed.starts.length;
  const firstAfter = (hunk: PatchHunk): number => (removedCount(hunk) === 0 ? hunk.oldStart + 1 : hunk.oldStart + removedCount(hunk));
  const oldLength = Math.max(map.ids.length, firstAfter(last) - 1);
  let length = oldLength;
  for (const hunk of hunks) length += hunk.added.starts.length - removedCount(hunk);
  const ids = new Int32Array(length);
  const prints = new Float64Array(length);
  let from = 0;
  let to = 0;
  const copy = (until: number): void => {
    const known = Math.min(until, map.ids.length);
    if (known > from) {
      ids.set(map.ids.subarray(from, known), to);
      prints.set(map.prints.subarray(from, known), to);
    }
    if (until > Math.max(known, from)) ids.fill(before, to + Math.max(known - from, 0), to + until - from);
    to += until - from;
    from = until;
  };
  hunks.forEach((hunk, at) => {
    const first = removedCount(hunk) === 0 ? hunk.oldStart : hunk.oldStart - 1;
    copy(first);
    const lines = added[at]!;
    for (let line = 0; line < lines.ids.length; line++) {
      ids[to + line] = lines.ids[line]!;
      prints[to + line] = lines.prints[line]!;
    }
    to += lines.ids.length;
    from = first + removedCount(hunk);
  });
  copy(oldLength);
  return { ...map, ids, prints };
}

/** Does any line of the file have a fate that somebody asks for? */
export function holdsFollowed(map: FileMap): boolean {
  for (const id of map.ids) if (id > 0 || id <= firstOther) return true;
  return false;
}

export function holdsAi(map: FileMap): boolean {
  for (const id of map.ids) if (id > 0) return true;
  return false;
}

/** Drops all claims about a file whose diff did not fit, keeping its length. */
export function loseFile(map: FileMap): FileMap {
  return { ...map, ids: new Int32Array(map.ids.length).fill(other), prints: new Float64Array(map.ids.length), lost: true };
}

/** AI lines in a map, each once. */
export function linesIn(map: FileMap | null): Set<number> {
  const found = new Set<number>();
  if (map !== null) for (const id of map.ids) if (id > 0) found.add(id & (continued - 1));
  return found;
}
