import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The entries of a folder; null when it may not be read, so that it can be reported and not forgotten. A folder
 * that is not there has none.
 */
export async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return [];
    if (code === 'EACCES' || code === 'EPERM') return null;
    throw error;
  }
}

/**
 * Files below a folder, at most `depth` folders deep (0: in it), for which `wanted` says yes. A folder that may
 * not be read stands in the list for its files.
 *
 * @param wanted gets the path below the folder, `/` between parts
 */
export async function filesBelow(folder: string, depth: number, wanted: (path: string) => boolean, below = ''): Promise<string[]> {
  const entries = await entriesOf(folder);
  if (entries === null) return [folder];
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    const kind = entry.isSymbolicLink() ? await kindOfTarget(path) : entry.isDirectory() ? 'folder' : 'file';
    if (kind === 'file' && wanted(name)) files.push(path);
    else if (kind === 'folder' && depth > 0) files.push(...(await filesBelow(path, depth - 1, wanted, name)));
  }
  return files;
}

/** Names of the folders in a folder. */
export async function foldersIn(folder: string): Promise<string[]> {
  return ((await entriesOf(folder)) ?? []).filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
}

async function kindOfTarget(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
