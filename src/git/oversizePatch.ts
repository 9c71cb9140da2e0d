import type { CommitPatch, FilePatch } from '../model/patch.ts';
import { fileStart, parseFiles } from './filePatchParser.ts';

/** Collects a commit's diff that is too large to be held: complete files so far, then names only. */
export interface OversizePatch {
  readonly add: (part: Buffer) => void;
  readonly finish: () => CommitPatch;
}

const nextFile = Buffer.from(`\n${fileStart}`);
const hunkStart = Buffer.from('\n@@');
/** Longer than anything searched for, so that no find is cut in two. */
const overlap = 16;

/**
 * Goes on from the bytes collected before the limit was passed. Files that were complete by then keep
 * their content; the one that was cut and all after it are marked as binary, with their names and modes.
 */
export function createOversizePatch(commit: string, collected: Buffer): OversizePatch {
  const lastStart = collected.lastIndexOf(nextFile);
  const complete = lastStart < 0 ? [] : parseFiles(collected.subarray(0, lastStart + 1));
  const files: FilePatch[] = complete;
  // From the start of a file on, without the content that was already passed over.
  let rest = collected.subarray(lastStart + 1);

  const settle = (): void => {
    for (let next = rest.indexOf(nextFile); next >= 0; next = rest.indexOf(nextFile)) {
      files.push(...parseFiles(rest.subarray(0, next + 1), true));
      rest = rest.subarray(next + 1);
    }
    const content = rest.indexOf(hunkStart);
    if (content >= 0) rest = Buffer.concat([rest.subarray(0, content + hunkStart.length), rest.subarray(Math.max(content + hunkStart.length, rest.length - overlap))]);
  };
  settle();
  return {
    add(part) {
      rest = Buffer.concat([rest, part]);
      settle();
    },
    finish() {
      files.push(...parseFiles(rest, true));
      return { commit, parent: 0, files };
    },
  };
}
