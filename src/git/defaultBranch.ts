import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../model/humanError.ts';
import type { DefaultBranch, RepositoryFacts } from '../model/repository.ts';
import { isAncestor } from './ancestry.ts';
import { whenMissing } from './missingFile.ts';
import { type GitContext, runGit } from './process.ts';
import { readReflog } from './reflog.ts';
import type { Ref } from './refs.ts';

const commonNames = ['main', 'master', 'trunk', 'develop', 'development', 'devel', 'dev', 'mainline', 'default'];

/** How a ref was chosen, for people. */
interface Choice {
  readonly ref: Ref;
  readonly foundBy: string;
}

/**
 * The branch that counts as merged: the remote-tracking one, or the local one of the same name where that
 * is ahead of it, or where there is no remote.
 * @param setting `main`, `origin/main` or a full ref, when the person chose one
 * @returns null only for a repository without any commit
 * @throws HumanError when there is no branch of the chosen name
 */
export async function findDefaultBranch(context: GitContext, facts: RepositoryFacts, refs: readonly Ref[], setting: string | null = null): Promise<DefaultBranch | null> {
  if (facts.empty) return null;
  const branches = refs.filter((ref) => ref.name !== 'refs/stash');
  if (setting !== null) return describe(facts, chosen(branches, setting), refs);
  const choice = byRemoteHead(branches) ?? byCommonName(branches) ?? (await byHead(context, branches));
  if (choice === null) return null;
  return describe(facts, await localWhenAhead(context, branches, choice), refs);
}

function chosen(refs: readonly Ref[], setting: string): Choice {
  const names = [setting, `refs/remotes/${setting}`, `refs/remotes/origin/${setting}`, `refs/heads/${setting}`];
  const ref = names.map((name) => refs.find((one) => one.name === name)).find((one) => one !== undefined);
  if (ref !== undefined) return { ref, foundBy: 'chosen in the settings' };
  const some = refs.slice(0, 8).map((one) => shortName(one.name)).join(', ');
  throw new HumanError(`There is no branch "${setting}" here. Choose another default branch${some === '' ? '' : `, for instance one of: ${some}`}.`);
}

/** `origin` first, then `upstream`, then by name. */
function byRank(a: Ref, b: Ref): number {
  const rank = (ref: Ref): number => (ref.name.startsWith('refs/remotes/origin/') ? 0 : ref.name.startsWith('refs/remotes/upstream/') ? 1 : 2);
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}

function byRemoteHead(refs: readonly Ref[]): Choice | null {
  const heads = refs.filter((ref) => /^refs\/remotes\/[^/]+\/HEAD$/.test(ref.name) && ref.target !== null).toSorted(byRank);
  for (const head of heads) {
    const ref = refs.find((one) => one.name === head.target);
    if (ref !== undefined) return { ref, foundBy: `the default branch of ${head.name.split('/')[2]}` };
  }
  return null;
}

function byCommonName(refs: readonly Ref[]): Choice | null {
  const remote = refs.filter((ref) => ref.name.startsWith('refs/remotes/')).toSorted(byRank);
  for (const name of commonNames) {
    const ref = remote.find((one) => one.name.split('/').slice(3).join('/') === name);
    if (ref !== undefined) return { ref, foundBy: 'its usual name, on the remote' };
  }
  for (const name of commonNames) {
    const ref = refs.find((one) => one.name === `refs/heads/${name}`);
    if (ref !== undefined) return { ref, foundBy: 'its usual name' };
  }
  return null;
}

/** No usual name anywhere: the branch that is checked out, else the one worked on last, else the commit that is checked out. */
async function byHead(context: GitContext, refs: readonly Ref[]): Promise<Choice | null> {
  const local = refs.filter((ref) => ref.name.startsWith('refs/heads/'));
  if (local.length === 1) return { ref: local[0]!, foundBy: 'the only branch' };
  const current = local.find((ref) => ref.checkedOut);
  if (current !== undefined) return { ref: current, foundBy: 'the branch that is checked out' };
  const [latest] = (local.length > 0 ? local : refs.filter((ref) => ref.target === null)).toSorted((a, b) => b.at - a.at);
  if (latest !== undefined) return { ref: latest, foundBy: 'the branch with the latest commit' };
  const head = await runGit(context, ['log', '-1', '--no-show-signature', '--format=%H %ct', 'HEAD', '--']);
  const [commit, seconds] = head.toString('utf8').trim().split(' ');
  if (commit === undefined) return null;
  return { ref: { name: 'HEAD', commit, at: Number(seconds) * 1000, target: null, checkedOut: true }, foundBy: 'the commit that is checked out' };
}

async function localWhenAhead(context: GitContext, refs: readonly Ref[], choice: Choice): Promise<Choice> {
  if (!choice.ref.name.startsWith('refs/remotes/')) return choice;
  const local = refs.find((ref) => ref.name === `refs/heads/${choice.ref.name.split('/').slice(3).join('/')}`);
  if (local === undefined || local.commit === choice.ref.commit) return choice;
  const ahead = await isAncestor(context, choice.ref.commit, local.commit);
  return ahead ? { ref: local, foundBy: `${choice.foundBy}; the local branch is ahead of it` } : choice;
}

async function describe(facts: RepositoryFacts, { ref, foundBy }: Choice, refs: readonly Ref[]): Promise<DefaultBranch> {
  const name = shortName(ref.name);
  const remote = ref.name.startsWith('refs/remotes/') ? ref.name : refs.find((one) => one.name.startsWith('refs/remotes/') && one.name.endsWith(`/${name}`))?.name;
  const fetched = remote === undefined ? 0 : await lastFetch(facts, remote);
  return { ref: ref.name, name, commit: ref.commit, knownUntil: Math.max(ref.at, fetched), foundBy };
}

/** When the state of a remote-tracking ref was last learned, UTC ms; 0 when nothing tells. */
async function lastFetch(facts: RepositoryFacts, ref: string): Promise<number> {
  const [, , remote, ...rest] = ref.split('/');
  const logs = await Promise.all([readReflog(facts, ref), readReflog(facts, `refs/remotes/${remote}/HEAD`)]);
  const times = logs.map((entries) => entries.at(-1)?.at ?? 0);
  // A fetch that brought nothing new leaves no reflog, but it names the branches it asked for in FETCH_HEAD.
  const worktrees = await readdir(join(facts.commonDir, 'worktrees')).catch(whenMissing<string[]>([]));
  for (const folder of ['.', ...worktrees.map((name) => join('worktrees', name))]) {
    const file = join(facts.commonDir, folder, 'FETCH_HEAD');
    const text = await readFile(file, 'utf8').catch(whenMissing(''));
    if (text.includes(`branch '${rest.join('/')}' of `)) times.push((await stat(file)).mtimeMs);
  }
  return Math.floor(Math.max(...times));
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes)\//, '');
}
