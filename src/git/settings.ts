import { gitFailure } from './gitErrors.ts';
import { type GitContext, spawnGit } from './process.ts';

/** Git's settings that are asked for, in git's order: the last of a name is the one that holds. */
export type GitSettings = readonly (readonly [name: string, value: string])[];

/** All that any question needs, so that one process answers them all. */
const wanted = '^(core\\.(bare|worktree)|extensions\\.partialclone|remote\\..*\\.promisor|user\\.(name|email)|ainetvalue\\.address|mailmap\\.(file|blob))$';

/**
 * Reads the settings by which a repository and its person are known.
 * @throws HumanError when there is no git, or the folder does not exist
 */
export async function readSettings(context: GitContext): Promise<GitSettings> {
  const args = ['config', '-z', '--get-regexp', wanted];
  const git = spawnGit(context, args);
  const chunks: Buffer[] = [];
  for await (const chunk of git.stdout) chunks.push(chunk);
  const { exitCode, stderr } = await git.done;
  // 1 says that none of them is set
  if (exitCode > 1) throw gitFailure(context, args, exitCode, stderr);
  return Buffer.concat(chunks).toString('utf8').split('\0').filter((entry) => entry !== '').map((entry) => {
    const cut = entry.indexOf('\n');
    // a setting without a value is a true one
    return cut < 0 ? [entry, 'true'] : [entry.slice(0, cut), entry.slice(cut + 1)];
  });
}
