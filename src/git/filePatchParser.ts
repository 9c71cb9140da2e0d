import type { FilePatch, PatchHunk, PatchLines } from '../model/patch.ts';
import { decodePath, isQuoted, readPath, unquote } from './gitPath.ts';

const [lineFeed, carriageReturn, space, plus, comma, minus, zero, at_, backslash] = [10, 13, 32, 43, 44, 45, 48, 64, 92];

/** What every file begins with. No line of content can: those begin with `+`, `-` or `\`. */
export const fileStart = 'diff --git ';

const nextFile = Buffer.from(`\n${fileStart}`);

/**
 * The files of one commit's diff, from `git log -p -U0` output between two commit lines. Their hunks are
 * read when first asked for: of most files of most merges nobody asks. Where a hunk ends is known by the counts
 * in its header, never by what its lines look like.
 * @param headersOnly leaves the content out and marks the files as binary
 */
export function parseFiles(bytes: Buffer, headersOnly = false): FilePatch[] {
  const files: FilePatch[] = [];
  // Only the blank line that parts it from the commit line may come before.
  for (let at = bytes.indexOf(fileStart); at >= 0; ) {
    const next = bytes.indexOf(nextFile, at);
    files.push(readFile(bytes, at, next < 0 ? bytes.length : next + 1, headersOnly));
    at = next < 0 ? -1 : next + 1;
  }
  return files;
}

interface Reader {
  readonly bytes: Buffer;
  at: number;
}

function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end < 0 ? bytes.length : end;
}

/*
 *   diff --git a/old b/new          always; the only line that names an empty or unchanged file
 *   old mode 100644 / new mode 100755 / new file mode 100644 / deleted file mode 100644
 *   similarity index 90%            renames only, with "rename from" and "rename to"
 *   index <id>..<id> 100644         when the content differs
 *   Binary files a/x and b/x differ   or:   --- a/x  and  +++ b/x  and hunks
 */
function readFile(bytes: Buffer, start: number, end: number, headersOnly: boolean): FilePatch {
  const titleFrom = start + fileStart.length;
  const titleTo = lineEnd(bytes, titleFrom);
  let created = false;
  let deleted = false;
  let special = false;
  let binary = headersOnly;
  let from: string | null = null;
  let to: string | null = null;
  let at = titleTo + 1;
  for (let next: number; at < end && bytes[at] !== at_; at = next + 1) {
    next = lineEnd(bytes, at);
    const word = bytes.toString('latin1', at, Math.min(next, at + 18));
    if (word.startsWith('index ')) special ||= bytes[next - 7] === space && isSpecial(bytes, next - 6);
    else if (word.startsWith('new file mode ')) [created, special] = [true, special || isSpecial(bytes, at + 14)];
    else if (word.startsWith('deleted file mode ')) [deleted, special] = [true, special || isSpecial(bytes, at + 18)];
    else if (word.startsWith('old mode ') || word.startsWith('new mode ')) special ||= isSpecial(bytes, at + 9);
    else if (word.startsWith('rename from ') || word.startsWith('copy from ')) from = readPath(bytes, bytes.indexOf('from ', at) + 5, next);
    else if (word.startsWith('rename to ') || word.startsWith('copy to ')) to = readPath(bytes, bytes.indexOf('to ', at) + 3, next);
    else if (word.startsWith('Binary files ') || word.startsWith('GIT binary patch')) binary = true;
  }
  const path = from === null || to === null ? titlePath(bytes, titleFrom, titleTo) : '';
  const facts = { oldPath: created ? null : (from ?? path), newPath: deleted ? null : (to ?? path), binary, special };
  return binary || special || at >= end ? { ...facts, hunks: [] } : withHunks(facts, { bytes, at }, end);
}

function withHunks(facts: Omit<FilePatch, 'hunks'>, reader: Reader, end: number): FilePatch {
  let hunks: PatchHunk[] | null = null;
  return {
    ...facts,
    get hunks() {
      if (hunks !== null) return hunks;
      hunks = [];
      while (reader.at < end && reader.bytes[reader.at] === at_) hunks.push(readHunk(reader, lineEnd(reader.bytes, reader.at)));
      return hunks;
    },
  };
}

/** Modes are 100644, 100755, 120000 (symbolic link) and 160000 (submodule). */
function isSpecial(bytes: Buffer, mode: number): boolean {
  return bytes[mode + 1] !== zero;
}

/** `a/name b/name`, or both in quotes: without a rename the name stands there twice. */
function titlePath(bytes: Buffer, from: number, to: number): string {
  if (isQuoted(bytes, from)) return decodePath(unquote(bytes, from, to).subarray(2));
  return decodePath(bytes, from + 2, from + 2 + (to - from - 5) / 2);
}

/** `@@ -a,b +c,d @@`, where `,b` and `,d` are left out when they are 1. */
function readHunk(reader: Reader, headerEnd: number): PatchHunk {
  const { bytes } = reader;
  reader.at += 4;
  const oldStart = readNumber(reader);
  const oldCount = bytes[reader.at] === comma ? readNumber(reader, 1) : 1;
  reader.at += 2;
  const newStart = readNumber(reader);
  const newCount = bytes[reader.at] === comma ? readNumber(reader, 1) : 1;
  reader.at = headerEnd + 1;
  const removed: Lines = { bytes, starts: [], ends: [] };
  const added: Lines = { bytes, starts: [], ends: [] };
  readLines(reader, removed, oldCount, added, newCount);
  return { oldStart, newStart, removed, added };
}

function readNumber(reader: Reader, skip = 0): number {
  let value = 0;
  for (reader.at += skip; ; reader.at++) {
    const digit = reader.bytes[reader.at]! - zero;
    if (!(digit >= 0 && digit <= 9)) return value;
    value = value * 10 + digit;
  }
}

interface Lines extends PatchLines {
  readonly starts: number[];
  readonly ends: number[];
}

/** Most lines are short: a plain loop finds their end before a native search has begun. */
const shortLine = 64;

function readLines(reader: Reader, removed: Lines, oldCount: number, added: Lines, newCount: number): void {
  const { bytes } = reader;
  const { length } = bytes;
  let old = 0;
  let fresh = 0;
  let at = reader.at;
  // One more turn than there are lines lets a last "\ No newline at end of file" be passed over.
  while (at < length) {
    const sign = bytes[at];
    if (sign !== backslash && old === oldCount && fresh === newCount) break;
    let end = at + 1;
    const near = Math.min(length, at + shortLine);
    while (end < near && bytes[end] !== lineFeed) end++;
    if (end === near && bytes[end] !== lineFeed) end = lineEnd(bytes, end);
    const last = end - 1 > at && bytes[end - 1] === carriageReturn ? end - 1 : end;
    if (sign === minus) {
      if (old === oldCount) throw new Error(`A hunk removes more lines than its header says, at byte ${at}.`);
      removed.starts.push(at + 1);
      removed.ends.push(last);
      old++;
    } else if (sign === plus) {
      if (fresh === newCount) throw new Error(`A hunk adds more lines than its header says, at byte ${at}.`);
      added.starts.push(at + 1);
      added.ends.push(last);
      fresh++;
    } else if (sign !== backslash) {
      throw new Error(`A hunk has a line that is neither added nor removed, at byte ${at}.`);
    }
    at = end + 1;
  }
  if (old < oldCount || fresh < newCount) throw new Error('The output of git ends within a hunk.');
  reader.at = at;
}
