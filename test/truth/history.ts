import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { carriedIn } from './lines.ts';
import type { Actor, FileState, Tree } from './lines.ts';
import { flush, git, readRef, wait } from './world.ts';
import type { Commit, GitOptions, Person, Side, World } from './world.ts';

/** The commit a side stands on. */
export function headOf(world: World, side: Side): Commit {
  return commitOf(world, side.head);
}

export function commitOf(world: World, sha: string): Commit {
  const commit = world.commits.get(sha);
  if (commit === undefined) throw new Error(`${world.name}/${world.seed}: unknown commit ${sha}`);
  return commit;
}

/** Enters a commit git has made into the model and moves the side's branch to it. */
export function enter(world: World, side: Side, sha: string, parents: readonly string[], tree: Tree, by: Actor = side.actor): Commit {
  const commit: Commit = { sha, parents: parents.filter((one) => one !== ''), tree, at: Math.floor(world.now / 1000) * 1000, by };
  world.commits.set(sha, commit);
  for (const id of carriedIn(tree).keys()) world.committed.add(id);
  side.head = sha;
  side.refs.set(side.branch, sha);
  side.tree = tree;
  side.disk = tree;
  return commit;
}

/** The commit id a side's HEAD has on disk. */
export function headOnDisk(side: Side): string {
  // A linked worktree has its own HEAD, but its branches lie with the main one.
  const name = side.branch === '' ? 'HEAD' : `refs/heads/${side.branch}`;
  return readRef(side.gitDir, name);
}

export type CommitOptions = {
  readonly message?: string;
  readonly amend?: boolean;
  readonly fixup?: string;
  readonly author?: Person;
  /** What goes into the commit when that is less than what is on disk (`git add -p`); the rest stays in the working tree. */
  readonly only?: Tree;
};

/** Commits the working tree (or a part of it). Without a change nothing happens. */
export async function commit(world: World, side: Side, options: CommitOptions = {}): Promise<Commit> {
  const head = side.head === '' ? undefined : headOf(world, side);
  const tree = options.only ?? side.tree;
  if (head !== undefined && options.amend !== true && sameTree(head.tree, tree)) return head;
  wait(world);
  const whole = side.tree;
  side.tree = tree;
  flush(side);
  const added = head === undefined || options.only !== undefined || [...tree.keys()].some((path) => !head.tree.has(path));
  const as: GitOptions = { as: side.actor, ...(options.author === undefined ? {} : { author: options.author }) };
  if (added) await git(world, side.dir, ['add', '-A'], as);
  if (options.only !== undefined) {
    side.tree = whole;
    flush(side);
  }
  const what = options.amend === true ? ['--amend', '--no-edit'] : options.fixup === undefined ? ['-m', options.message ?? `Change ${world.commits.size}`] : [`--fixup=${options.fixup}`];
  await git(world, side.dir, ['commit', '-q', ...(options.only === undefined ? ['-a'] : []), ...what], as);
  const parents = head === undefined ? [] : options.amend === true ? head.parents : [head.sha];
  const done = enter(world, side, headOnDisk(side), parents, tree);
  if (options.only !== undefined) {
    side.tree = whole;
    side.disk = whole;
  }
  if (side.branch === 'main') advanceTrunk(world, done.sha);
  return done;
}

function sameText(a: FileState, b: FileState | undefined): boolean {
  return b !== undefined && (a.lines === b.lines || (a.lines.length === b.lines.length && a.lines.every((line, i) => line.text === b.lines[i]?.text)));
}

/** Whether git would see no difference. */
export function sameTree(a: Tree, b: Tree): boolean {
  return a.size === b.size && [...a].every(([path, file]) => sameText(file, b.get(path)));
}

/**
 * The default branch has a new tip. Commits on the first-parent way from the old one are states of it, at their own
 * times; where the old tip is not on that way (a merge the wrong way round), only the tip is.
 */
export function advanceTrunk(world: World, tip: string): void {
  const old = world.trunk.at(-1)?.sha;
  if (old === tip) return;
  const way: Commit[] = [];
  let at: Commit | undefined = commitOf(world, tip);
  while (at !== undefined && at.sha !== old) {
    way.unshift(at);
    at = world.commits.get(at.parents[0] ?? '');
  }
  for (const { sha, at: time } of at === undefined && old !== undefined ? [commitOf(world, tip)] : way) world.trunk.push({ sha, at: time, forwarded: false, seenAt: null });
  cool(world, 'main');
}

/** The changes of a branch have landed: what stands beside them may change again. */
export function cool(world: World, branch: string): void {
  for (const [key, name] of world.hot) if (name === branch) world.hot.delete(key);
}

/** Ids of a commit and all that it follows. */
export function ancestors(world: World, sha: string): Set<string> {
  const seen = new Set<string>();
  const open = [sha];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    open.push(...(world.commits.get(one)?.parents ?? []));
  }
  return seen;
}

/** A best common ancestor. */
export function mergeBase(world: World, a: string, b: string): Commit {
  const left = ancestors(world, a);
  const common = [...ancestors(world, b)].filter((sha) => left.has(sha));
  const best = common.filter((sha) => !common.some((other) => other !== sha && ancestors(world, other).has(sha)));
  return commitOf(world, best[0] ?? '');
}

/** Starts a branch where the side stands (or at `from`) and goes onto it. */
export async function branch(world: World, side: Side, name: string, from?: string): Promise<void> {
  await git(world, side.dir, ['checkout', '-q', '--no-track', '-b', name, ...(from === undefined ? [] : [from])], { as: side.actor });
  side.branch = name;
  stand(world, side, from ?? side.head);
}

/** Goes onto a branch. The hub drops whatever lies around there, since pushes move its branches under its feet. */
export async function checkout(world: World, side: Side, name: string): Promise<void> {
  await git(world, side.dir, ['checkout', '-q', ...(side === world.hub ? ['-f'] : []), name], { as: side.actor });
  side.branch = name;
  stand(world, side, side.refs.get(name) ?? '');
}

/** Goes onto a branch and moves it to where the remote-tracking one is. */
export async function pull(world: World, side: Side, name: string): Promise<void> {
  await fetchHub(world, side);
  await git(world, side.dir, ['checkout', '-q', '--no-track', '-B', name, `origin/${name}`], { as: side.actor });
  side.branch = name;
  stand(world, side, world.remote.get(name) ?? '');
  side.refs.set(name, side.head);
}

function stand(world: World, side: Side, sha: string): void {
  side.head = sha;
  side.tree = commitOf(world, sha).tree;
  side.disk = side.tree;
  side.refs.set(side.branch, sha);
}

/** `git fetch`, with `--prune` the reflogs of vanished branches go. */
export async function fetchHub(world: World, side: Side, prune = false): Promise<void> {
  await git(world, side.dir, ['fetch', '-q', ...(prune ? ['--prune'] : []), 'origin']);
  if (prune) {
    for (const name of world.remote.keys()) if (!world.hub.refs.has(name)) world.remote.delete(name);
    for (const push of world.pushes) if (!world.hub.refs.has(push.branch)) push.evidence = false;
  }
  for (const [name, sha] of world.hub.refs) world.remote.set(name, sha);
  if (side === world.me) for (const state of world.trunk) state.seenAt ??= world.now;
}

/** Pushes the branch the side stands on. */
export async function push(world: World, side: Side, force = false): Promise<void> {
  wait(world);
  await git(world, side.dir, ['push', '-q', ...(force ? ['-f'] : []), 'origin', side.branch]);
  world.hub.refs.set(side.branch, side.head);
  world.remote.set(side.branch, side.head);
  if (side.branch !== 'main') world.pushes.push({ branch: side.branch, sha: side.head, evidence: true });
}

/** Whether a side is in the middle of a merge or rebase. */
export function inProgress(side: Side): boolean {
  return ['MERGE_HEAD', 'rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'].some((name) => existsSync(join(side.gitDir, name)));
}
