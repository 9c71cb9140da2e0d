import type { RepositoryFacts } from '../model/repository.ts';
import { type GitContext, runGit } from './process.ts';
import { readReflog } from './reflog.ts';

/** One ref. Symbolic refs (`refs/remotes/origin/HEAD`) carry their target. */
export interface Ref {
  readonly name: string;
  /** The commit it points to (annotated tags do not occur among heads, remotes and stash). */
  readonly commit: string;
  /** Commit time of its tip, UTC ms. */
  readonly at: number;
  readonly target: string | null;
  /** In the working tree that was asked from. */
  readonly checkedOut: boolean;
}

/** An entry of the stash. */
export interface StashEntry {
  readonly commit: string;
  readonly at: number;
}

/** Heads, remote-tracking refs and the stash, from one process. */
export async function readRefs(context: GitContext): Promise<readonly Ref[]> {
  const format = '%(refname)%00%(objectname)%00%(committerdate:unix)%00%(symref)%00%(HEAD)';
  const output = await runGit(context, ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes', 'refs/stash']);
  const refs: Ref[] = [];
  for (const line of output.toString('utf8').split('\n')) {
    const [name, commit, seconds, target, head] = line.split('\0');
    if (name === undefined || commit === undefined || seconds === undefined || target === undefined) continue;
    refs.push({ name, commit, at: Number(seconds) * 1000, target: target === '' ? null : target, checkedOut: head === '*' });
  }
  return refs;
}

/** Every entry of the stash, newest first. They are kept nowhere but in the stash's reflog. */
export async function stashEntries(facts: RepositoryFacts): Promise<readonly StashEntry[]> {
  const entries = await readReflog(facts, 'refs/stash');
  return entries.toReversed().map(({ commit, at }) => ({ commit, at }));
}
