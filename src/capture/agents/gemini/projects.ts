import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asName, asObject, parseJson } from '../../json.ts';

/**
 * The project that a folder of chats is for: its path stands in the folder itself (`.project_root`), or the
 * folder is named after it in `projects.json`, or its name is the SHA-256 of a path that is listed there or
 * among the trusted folders. Null when none says so; absolute paths in the log still say where edits were made.
 *
 * @param folder `<gemini>/tmp/<name>`
 */
export async function projectOf(folder: string): Promise<string | null> {
  const marked = (await textOf(join(folder, '.project_root'))).trim();
  if (marked !== '') return marked;
  const config = join(folder, '..', '..');
  const listed = asObject(parseJson(await textOf(join(config, 'projects.json'))));
  const projects = asObject(listed?.['projects']) ?? listed ?? {};
  const trusted = asObject(parseJson(await textOf(join(config, 'trustedFolders.json')))) ?? {};
  const name = basename(folder);
  for (const [path, slug] of Object.entries(projects)) if (asName(slug) === name) return path;
  return [...Object.keys(projects), ...Object.keys(trusted)].find((path) => createHash('sha256').update(path).digest('hex') === name) ?? null;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
