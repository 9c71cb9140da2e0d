import type { CommitPatch } from '../model/patch.ts';
import { diffSettings, patchOptions } from './diffOptions.ts';
import { decodePath } from './gitPath.ts';
import { parsePatches } from './patchParser.ts';
import { type GitContext, spawnGit, streamGit } from './process.ts';
import { splitAtNul } from './splitAtNul.ts';

// The parser wants a commit before the files; uncommitted text has none yet.
const noCommit = '0'.repeat(40);

/**
 * What a working tree holds that its HEAD does not, staged or not, without context. Nothing is written:
 * the index is not refreshed. Null when HEAD is not born yet.
 * @param from an earlier commit than HEAD: then also what was committed since
 */
export async function uncommittedPatch(context: GitContext, tree: string, from = 'HEAD'): Promise<CommitPatch | null> {
  const inside = { ...context, directory: tree };
  const head = spawnGit(inside, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  for await (const _chunk of head.stdout) continue;
  if ((await head.done).exitCode !== 0) return null;
  const diff = streamGit(inside, [...diffSettings, 'diff', ...patchOptions.filter((option) => option !== '--root'), from, '--']);
  for await (const patch of parsePatches(introduced(diff))) return patch;
  return null;
}

/** Files of a working tree that git neither tracks nor ignores, relative to its top. */
export async function untrackedFiles(context: GitContext, tree: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const fields of splitAtNul(streamGit({ ...context, directory: tree }, ['ls-files', '--others', '--exclude-standard', '-z', '--full-name']))) {
    for (const field of fields) paths.push(decodePath(field));
  }
  return paths;
}

async function* introduced(diff: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  yield Buffer.from(`\u0001${noCommit}\n`);
  yield* diff;
}
