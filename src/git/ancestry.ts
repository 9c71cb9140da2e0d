import type { CommitId } from '../model/commit.ts';
import { isCommitId } from '../model/commit.ts';
import { gitFailure } from './gitErrors.ts';
import { type GitContext, spawnGit } from './process.ts';

/** Whether `older` is `newer` or reachable from it. False as well when git no longer has one of them. */
export async function isAncestor(context: GitContext, older: CommitId, newer: CommitId): Promise<boolean> {
  if (!isCommitId(older) || !isCommitId(newer)) throw new Error(`Not commit ids: ${older}, ${newer}`);
  const args = ['merge-base', '--is-ancestor', older, newer];
  const git = spawnGit(context, args);
  for await (const chunk of git.stdout) throw new Error(`Git was not expected to print ${chunk.length} bytes.`);
  const { exitCode, stderr } = await git.done;
  // Rewritten history may be gone for good.
  if (/not a valid commit name|no such commit/i.test(stderr)) return false;
  if (exitCode > 1) throw gitFailure(context, args, exitCode, stderr);
  return exitCode === 0;
}

/** Whether some branch, here or remote-tracking, holds the commit. False as well when git no longer has it. */
export async function isOnBranch(context: GitContext, commit: CommitId): Promise<boolean> {
  if (!isCommitId(commit)) throw new Error(`Not a commit id: ${JSON.stringify(commit)}`);
  const args = ['rev-list', '--max-count=1', commit, '--not', '--branches', '--remotes', '--'];
  const git = spawnGit(context, args);
  let printed = 0;
  for await (const chunk of git.stdout) printed += chunk.length;
  const { exitCode, stderr } = await git.done;
  if (exitCode === 0) return printed === 0;
  if (/bad (?:object|revision)|ambiguous argument|no such commit|missing/i.test(stderr)) return false;
  throw gitFailure(context, args, exitCode, stderr);
}
