import type { CommitPatch, FilePatch, PatchLines } from '../../../src/model/patch.ts';

/** Lines of each file by its path; null where its content is not known (binary). */
export type Documents = Map<string, string[] | null>;

/** The lines of one side of a hunk, byte by byte. */
export function textOf(lines: PatchLines): string[] {
  return lines.starts.map((start, index) => Buffer.from(lines.bytes.subarray(start, lines.ends[index])).toString('latin1'));
}

/** The lines of a file as a patch counts them: a last line feed ends a line, a carriage return before it is no part of it. */
export function linesOf(content: Buffer): string[] {
  const text = content.toString('latin1');
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** Replays one commit; every removed line has to be the one that is there. */
export function applyPatch(documents: Documents, patch: CommitPatch): void {
  const before = new Map(documents);
  for (const file of patch.files) if (file.oldPath !== null) documents.delete(file.oldPath);
  for (const file of patch.files) {
    // Git prints no mode for a link that is renamed unchanged: it shows by its old name being unknown.
    const renamedLink = file.oldPath !== null && file.hunks.length === 0 && !before.has(file.oldPath);
    if (file.newPath !== null && !file.special && !renamedLink) documents.set(file.newPath, changed(before, file, patch.commit));
  }
}

function changed(before: Documents, file: FilePatch, commit: string): string[] | null {
  const old = file.oldPath === null ? [] : before.get(file.oldPath);
  if (old === undefined) throw new Error(`${commit} changes ${file.oldPath}, which is not there`);
  if (file.binary || old === null) return null;
  const result: string[] = [];
  let at = 0;
  for (const { oldStart, newStart, removed, added } of file.hunks) {
    const gone = textOf(removed);
    // Without removed lines git names the line before.
    const from = gone.length === 0 ? oldStart : oldStart - 1;
    result.push(...old.slice(at, from));
    const expected = old.slice(from, from + gone.length);
    if (gone.some((line, index) => line !== expected[index])) throw new Error(`${commit} removes other lines of ${file.oldPath} than are there, at ${oldStart}`);
    const fresh = textOf(added);
    const place = fresh.length === 0 ? newStart : newStart - 1;
    if (result.length !== place) throw new Error(`${commit} adds to ${file.newPath} at ${newStart}, not at ${result.length + 1}`);
    result.push(...fresh);
    at = from + gone.length;
  }
  return [...result, ...old.slice(at)];
}
