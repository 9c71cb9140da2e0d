import { runGit } from './process.ts';
import type { GitContext } from './process.ts';

/** What HEAD has that no remote-tracking branch has. */
export interface AheadOfRemotes {
  /** The commit on HEAD's first-parent line that some remote has; `HEAD` where that can't be told. */
  readonly base: string;
  readonly commits: ReadonlySet<string>;
}

export async function aheadOfRemotes(git: GitContext): Promise<AheadOfRemotes> {
  const none = { base: 'HEAD', commits: new Set<string>() };
  const remotes = await rows(git, ['for-each-ref', '--count=1', '--format=%(refname)', 'refs/remotes']);
  const head = remotes.length === 0 ? [] : await rows(git, ['rev-parse', '--revs-only', 'HEAD']);
  if (head.length === 0) return none;
  const commits = await rows(git, ['rev-list', 'HEAD', '--not', '--remotes']);
  if (commits.length === 0) return none;
  const line = await rows(git, ['rev-list', '--first-parent', '--boundary', 'HEAD', '--not', '--remotes']);
  const base = line.find((row) => row.startsWith('-'))?.slice(1);
  return base === undefined ? none : { base, commits: new Set(commits) };
}

async function rows(git: GitContext, args: readonly string[]): Promise<string[]> {
  return (await runGit(git, args)).toString('latin1').split('\n').filter((row) => row !== '');
}
