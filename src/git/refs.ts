import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PushEvidence } from '../model/followStore.ts';
import type { DefaultBranch, RepositoryFacts } from '../model/repository.ts';
import { whenMissing } from './missingFile.ts';
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

/**
 * Heads, remote-tracking refs and the stash, from one process.
 * @param further full names of refs to list with them, where there are such
 */
export async function readRefs(context: GitContext, further: readonly string[] = []): Promise<readonly Ref[]> {
  const format = '%(refname)%00%(objectname)%00%(committerdate:unix)%00%(symref)%00%(HEAD)';
  const output = await runGit(context, ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes', 'refs/stash', ...further]);
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

/**
 * Pushes of branches other than the default one, oldest first, from the reflogs of the remote-tracking
 * refs. A fetch only shows when a branch was seen, not since when it was there, and is no evidence.
 */
export async function pushEvidence(facts: RepositoryFacts, defaultBranch: DefaultBranch | null): Promise<readonly PushEvidence[]> {
  const top = 'refs/remotes';
  const files = await readdir(join(facts.commonDir, 'logs', top), { recursive: true, withFileTypes: true }).catch(whenMissing([]));
  const base = join(facts.commonDir, 'logs').length + 1;
  const evidence: PushEvidence[] = [];
  await Promise.all(files.map(async (file) => {
    const ref = join(file.parentPath, file.name).slice(base).replaceAll('\\', '/');
    const branch = ref.split('/').slice(3).join('/');
    if (!file.isFile() || branch === 'HEAD' || (defaultBranch !== null && branch === branchName(defaultBranch.ref))) return;
    for (const { commit, at, action } of await readReflog(facts, ref)) {
      if (action === 'update by push') evidence.push({ ref, commit, at });
    }
  }));
  return evidence.toSorted((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1));
}

/** What the reflog of the remote-tracking default branch tells. */
export interface TrunkUpdates {
  /** Oldest first: when the ref came to hold each commit it pointed to, by fetch or push. */
  readonly updates: readonly PushEvidence[];
  /** Where the ref stood before the first of them; null when that is not told. */
  readonly before: string | null;
}

/**
 * When the default branch was seen to move. The commits themselves say when they were made, which is not when
 * they came to the default branch where a forge or a person moved it forward to a branch as it stood.
 */
export async function trunkUpdates(facts: RepositoryFacts, refs: readonly Ref[], defaultBranch: DefaultBranch): Promise<TrunkUpdates> {
  const isRemote = (name: string): boolean => name.startsWith('refs/remotes/');
  const name = branchName(defaultBranch.ref);
  const ref = isRemote(defaultBranch.ref) ? defaultBranch.ref : refs.find((one) => isRemote(one.name) && one.target === null && branchName(one.name) === name)?.name;
  if (ref === undefined) return { updates: [], before: null };
  const entries = await readReflog(facts, ref);
  return { updates: entries.map(({ commit, at }) => ({ ref, commit, at })), before: entries[0]?.from ?? null };
}

/** Is this the default branch, on whatever remote? */
export function isDefaultRef(ref: string, defaultBranch: DefaultBranch): boolean {
  return branchName(ref) === branchName(defaultBranch.ref);
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
}
