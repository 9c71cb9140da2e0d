import type { CommitPatch } from '../model/patch.ts';
import { parseFiles } from './filePatchParser.ts';
import { createOversizePatch, type OversizePatch } from './oversizePatch.ts';

/** Commits with larger diffs (imports, vendored trees) keep the content of the files within it only. */
export const largestPatch = 64 * 1024 * 1024;

const marker = 1;
const lineFeed = 10;
const nextCommit = Buffer.from([lineFeed, marker]);

/**
 * Parses the output of `git log -p` or `git diff-tree -p` (see diffOptions) in which byte 1 and the
 * commit id introduce each commit. Nothing in a diff can be taken for that line: content begins with
 * `+`, `-` or `\`, and git quotes control characters in paths.
 *
 * Each commit is parsed on its own bytes; they stay valid for as long as it is held, and cost nothing
 * once it is let go. `parent` is 0: whoever asked knows which parents were compared.
 *
 *   chunks   |....\1id..diff..|..diff....\1id...\1id..|...
 *   commits       └──── joined ─────────┘└ part ┘
 *
 * @param limit bytes of a commit's diff beyond which its files are marked as binary
 */
export async function* parsePatches(chunks: AsyncIterable<Buffer>, limit = largestPatch): AsyncGenerator<CommitPatch, void> {
  let parts: Buffer[] = [];
  let size = 0;
  let oversize: OversizePatch | null = null;
  let lineStarts = true;

  const add = (part: Buffer): void => {
    if (oversize !== null) return oversize.add(part);
    parts.push(part);
    size += part.length;
    if (size <= limit) return;
    const collected = Buffer.concat(parts);
    // Cut at the limit itself, so that the result does not depend on the chunks.
    oversize = createOversizePatch(commitOf(collected), collected.subarray(0, limit));
    oversize.add(collected.subarray(limit));
    parts = [];
  };
  const finish = (): CommitPatch => {
    const patch = oversize !== null ? oversize.finish() : parsePatch(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
    [parts, size, oversize] = [[], 0, null];
    return patch;
  };

  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    let from = 0;
    for (let at = commitAt(chunk, 0, lineStarts); at >= 0; at = commitAt(chunk, at, false)) {
      if (at > from) add(chunk.subarray(from, at));
      if (size > 0) yield finish();
      from = at;
    }
    add(from === 0 ? chunk : chunk.subarray(from));
    lineStarts = chunk[chunk.length - 1] === lineFeed;
  }
  if (size === 0) return;
  const last = finish();
  // What is cut off at the end is told here, not only where somebody asks for it.
  last.files.at(-1)?.hunks.at(-1);
  yield last;
}

/** Where the next commit line begins: at `from` only when a line begins there, else after a line feed. */
function commitAt(chunk: Buffer, from: number, lineStarts: boolean): number {
  if (lineStarts && chunk[from] === marker) return from;
  const at = chunk.indexOf(nextCommit, from);
  return at < 0 ? -1 : at + 1;
}

function parsePatch(bytes: Buffer): CommitPatch {
  return { commit: commitOf(bytes), parent: 0, files: parseFiles(bytes) };
}

/** The id on the commit line with which a patch begins. */
export function commitOf(bytes: Buffer): string {
  const end = bytes.indexOf(lineFeed);
  if (bytes[0] !== marker || end < 0) throw new Error('The output of git does not begin with a commit.');
  return bytes.toString('latin1', 1, end);
}
