import { carriedIn, causeOf } from './lines.ts';
import type { Actor, Tree } from './lines.ts';
import { mergeTrees } from './merge.ts';
import type { Resolve } from './merge.ts';
import { advanceTrunk, ancestors, commitOf, enter, headOf, headOnDisk, inProgress, mergeBase, sameTree } from './history.ts';
import type { Commit } from './world.ts';
import { flush, git, strayFiles, wait } from './world.ts';
import type { Person, Side, World } from './world.ts';

export type IntegrateOptions = {
  readonly resolve?: Resolve;
  readonly message?: string;
  readonly author?: Person;
  /** Who settles a conflict, and thereby ends the lines that lose. */
  readonly by?: Actor;
};

/** Ours, then what theirs has anew. */
export const keepBoth: Resolve = (was, ours, theirs) => {
  const known = new Set([...was, ...ours].map(({ key }) => key));
  return [...ours, ...theirs.filter(({ key }) => !known.has(key))];
};

/** Lines that went with the settling of a conflict, and with no operation before, ended there. */
function noteLosses(world: World, parts: readonly Tree[], result: Tree, conflicts: number, by: Actor): void {
  if (conflicts === 0) return;
  const left = carriedIn(result);
  for (const part of parts) {
    for (const id of carriedIn(part).keys()) if (!left.has(id) && !world.kills.has(id)) world.kills.set(id, { fate: 'rewritten', by: causeOf[by] });
  }
}

/**
 * Git has merged, or stopped at a conflict: makes the files on disk the model's.
 * Git aligns by text and so may choose other equal lines than the identities say; that is a repair, and counted.
 */
async function settle(world: World, side: Side, tree: Tree): Promise<boolean> {
  side.tree = tree;
  const stray = strayFiles(side);
  if (stray.length === 0) {
    side.disk = tree;
    return false;
  }
  flush(side, true);
  await git(world, side.dir, ['add', '-A'], { as: side.actor });
  return true;
}

/** Merges other tips into the branch the side stands on, always with a merge commit. */
export async function merge(world: World, side: Side, others: readonly string[], options: IntegrateOptions = {}): Promise<Commit> {
  wait(world);
  const head = headOf(world, side);
  let tree = head.tree;
  let conflicts = 0;
  for (const other of others) {
    const result = mergeTrees(mergeBase(world, head.sha, other).tree, tree, commitOf(world, other).tree, options.resolve ?? keepBoth);
    tree = result.value;
    conflicts += result.conflicts;
  }
  const message = options.message ?? `Merge ${others.length} into ${side.branch}`;
  const { ok } = await git(world, side.dir, ['merge', '-q', '--no-ff', '-m', message, ...others], { as: side.actor, mayFail: true });
  const changed = await settle(world, side, tree);
  if (!ok) await git(world, side.dir, ['commit', '-q', '--no-edit'], { as: side.actor });
  else if (changed) {
    world.repairs++;
    await git(world, side.dir, ['commit', '-q', '--amend', '--no-edit'], { as: side.actor });
  }
  noteLosses(world, [head.tree, ...others.map((one) => commitOf(world, one).tree)], tree, conflicts, options.by ?? side.actor);
  const done = enter(world, side, headOnDisk(side), [head.sha, ...others], tree);
  if (side.branch === 'main') advanceTrunk(world, done.sha);
  return done;
}

/** `git merge --squash` and a commit of one parent. */
export async function squash(world: World, side: Side, other: string, options: IntegrateOptions = {}): Promise<Commit> {
  wait(world);
  const head = headOf(world, side);
  const result = mergeTrees(mergeBase(world, head.sha, other).tree, head.tree, commitOf(world, other).tree, options.resolve ?? keepBoth);
  const { ok } = await git(world, side.dir, ['merge', '-q', '--squash', other], { as: side.actor, mayFail: true });
  if ((await settle(world, side, result.value)) && ok) world.repairs++;
  await git(world, side.dir, ['commit', '-q', '--allow-empty', '-m', options.message ?? 'Squashed work (#7)'], { as: 'forge', author: options.author ?? side.actor });
  const done = enter(world, side, headOnDisk(side), [head.sha], result.value);
  if (side.branch === 'main') advanceTrunk(world, done.sha);
  return done;
}

/** The commits of the side's branch that `onto` does not have, oldest first, merges left out. */
export function ownCommits(world: World, side: Side, onto: string): Commit[] {
  const known = ancestors(world, onto);
  const way: Commit[] = [];
  for (let at = headOf(world, side); !known.has(at.sha); at = commitOf(world, at.parents[0] ?? '')) if (at.parents.length < 2) way.unshift(at);
  return way;
}

/** Groups of commits that become one commit each; by default each stays itself. */
export type Todo = readonly (readonly Commit[])[];

/** `git rebase` as a forge does it: where it would stop at a conflict, nothing happens and the answer is false. */
export async function rebaseUnlessConflicts(world: World, side: Side, onto: string): Promise<boolean> {
  const tip = side.head;
  const { ok } = await git(world, side.dir, ['rebase', '-q', onto], { as: side.actor, mayFail: true });
  await git(world, side.dir, ok ? ['reset', '-q', '--hard', tip] : ['rebase', '--abort'], { as: side.actor });
  if (ok) await rebase(world, side, onto);
  return ok;
}

/** `git rebase`; with `args` such as `-i --autosquash`, `todo` says what the model expects git to make of it. */
export async function rebase(world: World, side: Side, onto: string, args: readonly string[] = [], todo?: Todo, env: Record<string, string> = {}): Promise<void> {
  wait(world);
  const plan = todo ?? ownCommits(world, side, onto).map((one) => [one]);
  const states: Tree[] = [];
  let tree = commitOf(world, onto).tree;
  for (const group of plan) {
    for (const one of group) tree = mergeTrees(commitOf(world, one.parents[0] ?? '').tree, tree, one.tree, keepBoth).value;
    states.push(tree);
  }
  await git(world, side.dir, ['rebase', '-q', ...args, onto], { as: side.actor, env });
  if (inProgress(side)) throw new Error(`${world.name}/${world.seed}: rebase stopped`);
  const made = (await git(world, side.dir, ['rev-list', '--reverse', `${onto}..HEAD`])).out.split('\n').filter(Boolean);
  // Only a commit that becomes empty on its new ground vanishes.
  const kept = states.filter((state, i) => !sameTree(state, i === 0 ? commitOf(world, onto).tree : (states[i - 1] ?? tree)));
  if (made.length !== kept.length) throw new Error(`${world.name}/${world.seed}: rebase made ${made.length} commits, not ${kept.length}`);
  side.head = onto;
  made.forEach((sha, i) => enter(world, side, sha, [made[i - 1] ?? onto], kept[i] ?? tree));
  if (made.length === 0) side.refs.set(side.branch, onto);
  side.tree = tree;
  side.disk = tree;
  const stray = strayFiles(side);
  if (stray.length > 0) throw new Error(`${world.name}/${world.seed}: rebase left ${stray.join(', ')} other than the model`);
}

/** `git cherry-pick` of one commit. */
export async function cherryPick(world: World, side: Side, picked: Commit): Promise<Commit> {
  return replay(world, side, ['cherry-pick', picked.sha], commitOf(world, picked.parents[0] ?? '').tree, picked.tree);
}

/** `git revert` of one commit (of a merge: to its first parent). What it takes away is reverted; what it brings back lives again. */
export async function revert(world: World, side: Side, undone: Commit): Promise<Commit> {
  const before = carriedIn(side.tree);
  const mainline = undone.parents.length > 1 ? ['-m', '1'] : [];
  const done = await replay(world, side, ['revert', '--no-edit', ...mainline, undone.sha], undone.tree, commitOf(world, undone.parents[0] ?? '').tree);
  const left = carriedIn(done.tree);
  for (const id of before.keys()) if (!left.has(id)) world.kills.set(id, { fate: 'reverted', by: causeOf[side.actor] });
  return done;
}

async function replay(world: World, side: Side, args: readonly string[], from: Tree, to: Tree): Promise<Commit> {
  wait(world);
  const head = headOf(world, side);
  const { value, conflicts } = mergeTrees(from, head.tree, to, keepBoth);
  const { ok } = await git(world, side.dir, args, { as: side.actor, mayFail: true });
  if (!ok && conflicts === 0) world.repairs++;
  const changed = await settle(world, side, value);
  if (!ok) await git(world, side.dir, ['commit', '-q', '--no-edit', '--allow-empty'], { as: side.actor });
  else if (changed) {
    world.repairs++;
    await git(world, side.dir, ['commit', '-q', '--amend', '--no-edit'], { as: side.actor });
  }
  const done = enter(world, side, headOnDisk(side), [head.sha], value);
  if (side.branch === 'main') advanceTrunk(world, done.sha);
  return done;
}

/** Puts the working tree's changes aside. */
export async function stash(world: World, side: Side): Promise<void> {
  wait(world);
  flush(side);
  await git(world, side.dir, ['stash', 'push', '-q', '--include-untracked']);
  world.stashes.push({ base: side.head, tree: side.tree });
  side.tree = headOf(world, side).tree;
  side.disk = side.tree;
}

/** Takes the last stash back into the working tree. */
export async function unstash(world: World, side: Side): Promise<void> {
  wait(world);
  const last = world.stashes.pop();
  if (last === undefined) throw new Error('nothing stashed');
  await git(world, side.dir, ['stash', 'pop', '-q']);
  side.tree = mergeTrees(commitOf(world, last.base).tree, side.tree, last.tree, keepBoth).value;
  side.disk = side.tree;
  const stray = strayFiles(side);
  if (stray.length > 0) throw new Error(`stash pop left ${stray.join(', ')} other than the model`);
}

/** `git reset`: hard throws the newer commits' lines away, soft keeps them in the working tree. */
export async function reset(world: World, side: Side, mode: 'hard' | 'soft', to: Commit): Promise<void> {
  wait(world);
  const before = side.tree;
  await git(world, side.dir, ['reset', '-q', `--${mode}`, to.sha]);
  side.head = to.sha;
  side.refs.set(side.branch, to.sha);
  if (mode === 'hard') {
    side.tree = to.tree;
    side.disk = to.tree;
    const left = carriedIn(to.tree);
    for (const id of carriedIn(before).keys()) if (!left.has(id)) world.kills.set(id, { fate: 'dropped', by: 'me' });
  }
  if (side.branch === 'main') {
    const at = world.trunk.findIndex(({ sha }) => sha === to.sha);
    if (at >= 0) world.trunk.splice(at + 1);
  }
}
