import { readFile, stat } from 'node:fs/promises';
import type { FilePatch } from '../model/patch.ts';

/** Larger files are not looked into; their lines stay undecided. */
const largestFile = 4_000_000;

/** A whole file as the diff that would add it. */
export function addedFile(bytes: Uint8Array, path: string): FilePatch {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(10, from);
    const end = feed < 0 ? bytes.length : feed;
    starts.push(from);
    ends.push(end > from && bytes[end - 1] === 13 ? end - 1 : end);
    from = end + 1;
  }
  const none = { bytes, starts: [], ends: [] };
  return { oldPath: null, newPath: path, binary: bytes.includes(0), special: false, hunks: [{ oldStart: 0, newStart: 1, removed: none, added: { bytes, starts, ends } }] };
}

/** A file that git does not know, as the diff that would add it. */
export async function asAdded(file: string, path: string): Promise<FilePatch | null> {
  const facts = await stat(file).catch(() => null);
  if (facts === null || !facts.isFile() || facts.size > largestFile) return null;
  return addedFile(await readFile(file), path);
}
