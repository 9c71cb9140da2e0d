import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Where git keeps what tells that something happened. Absolute paths. */
export interface GitFolders {
  /** Top of the working tree. */
  readonly root: string;
  /** Of this working tree: HEAD and its reflog. */
  readonly gitDir: string;
  /** Shared by all working trees: refs and packed-refs. */
  readonly commonDir: string;
}

/**
 * The repository a folder lies in, found by looking for `.git` upwards; null when it lies in none. Reads two small
 * files at most and runs no git, so that it may be asked before the workspace is trusted.
 */
export async function gitFoldersOf(folder: string): Promise<GitFolders | null> {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const gitDir = await gitDirOf(root);
    if (gitDir !== null) return { root, gitDir, commonDir: await commonDirOf(gitDir) };
    if (dirname(root) === root) return null;
  }
}

async function gitDirOf(root: string): Promise<string | null> {
  const dotGit = join(root, '.git');
  const found = await stat(dotGit).catch(absent);
  if (found === null) return null;
  // A folder named .git that is no repository: an empty one, or one of something else.
  if (found.isDirectory()) return (await stat(join(dotGit, 'HEAD')).catch(absent)) === null ? null : dotGit;
  const named = /^gitdir: (.+?)\s*$/m.exec(await readFile(dotGit, 'utf8'));
  return named === null ? null : resolve(root, named[1]!);
}

/** A linked working tree names the common folder in a file of one line. */
async function commonDirOf(gitDir: string): Promise<string> {
  const text = await readFile(join(gitDir, 'commondir'), 'utf8').catch(absent);
  return text === null ? gitDir : resolve(gitDir, text.trim());
}

/** What can't be looked at is treated like what is not there. */
function absent(error: unknown): null {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM') return null;
  throw error;
}
