import { edit, insert, moveBlock, rewrite } from './edits.ts';
import { land, mateOnMain, settleBranch } from './forge.ts';
import { ancestors, branch, checkout, commit, commitOf, fetchHub, headOf, pull, push } from './history.ts';
import { cherryPick, merge, ownCommits, rebase, revert, stash, unstash } from './integrate.ts';
import { sources } from './places.ts';
import { reindent, rename, reshape, wrapAt } from './reshape.ts';
import { agentWork, changeSome, reviewRound } from './scenario.ts';
import type { World } from './world.ts';

/** One step of a mixture; false when it does not apply to how things stand. */
export type MixtureOp = (world: World) => Promise<boolean>;

const openBranches = (world: World): string[] => [...world.me.refs.keys()].filter((name) => name !== 'main' && !world.landed.has(name));
const pushed = (world: World): string[] => openBranches(world).filter((name) => world.hub.refs.has(name));
const unpushed = (world: World): string[] => openBranches(world).filter((name) => !world.hub.refs.has(name));

async function onto(world: World, name: string): Promise<void> {
  if (name === 'main') await pull(world, world.me, 'main');
  else if (world.me.branch !== name) await checkout(world, world.me, name);
}

/** Goes onto one of the branches, does some work there and commits; pushes when the branch is on the remote already. */
async function onBranch(world: World, names: readonly string[], work: (world: World) => void): Promise<boolean> {
  if (names.length === 0) return false;
  const name = world.random.pick(names);
  await onto(world, name);
  work(world);
  await commit(world, world.me);
  if (world.hub.refs.has(name)) await push(world, world.me);
  return true;
}

/** Something that touches whole files goes over the default branch while no other branch is open. */
async function onQuietMain(world: World, work: (world: World) => void): Promise<boolean> {
  return openBranches(world).length > 0 ? false : onBranch(world, ['main'], work);
}

export const mixtureOps = {
  async start(world) {
    if (openBranches(world).length >= 3) return false;
    await onto(world, 'main');
    await branch(world, world.me, `topic${world.commits.size}`);
    agentWork(world, world.me, 2);
    await commit(world, world.me);
    return true;
  },
  agent: (world) => onBranch(world, openBranches(world), () => { agentWork(world, world.me, 2); }),
  ownAndAgent: (world) => onBranch(world, openBranches(world), () => {
    insert(world, world.me, 'me', world.random.pick(sources(world.me)), 4);
    agentWork(world, world.me, 1);
  }),
  replaced: (world) => onBranch(world, openBranches(world), () => {
    agentWork(world, world.me, 2);
    rewrite(world, world.me, 'ai', { count: 2, of: 'ai' });
    edit(world, world.me, 'me', { count: 1, of: 'ai' });
  }),
  changeByMe: (world) => onBranch(world, openBranches(world), () => { changeSome(world, world.me, 'me', 2); }),
  changeByAgent: (world) => onBranch(world, openBranches(world), () => { changeSome(world, world.me, 'ai', 2); }),
  move: (world) => onBranch(world, [...openBranches(world), 'main'], () => { moveBlock(world, world.me, { count: 4, of: 'ai' }); }),
  changeOnMain: (world) => onBranch(world, ['main'], () => { changeSome(world, world.me, world.random.pick(['me', 'ai']), 3); }),
  moveAcross: (world) => onQuietMain(world, () => {
    const [from, to] = world.random.shuffle(sources(world.me));
    if (from !== undefined && to !== undefined) moveBlock(world, world.me, { path: from, count: 4, of: 'ai' }, to);
  }),
  direct: (world) => onBranch(world, ['main'], () => { agentWork(world, world.me, 1); }),
  async amend(world) {
    const name = unpushed(world)[0];
    if (name === undefined) return false;
    await onto(world, name);
    if (world.trunk.some(({ sha }) => sha === world.me.head)) return false;
    agentWork(world, world.me, 1);
    await commit(world, world.me, { amend: true });
    return true;
  },
  async fixup(world) {
    const name = unpushed(world)[0];
    if (name === undefined) return false;
    await onto(world, name);
    const own = ownCommits(world, world.me, world.trunk.at(-1)?.sha ?? '');
    const base = own[0]?.parents[0];
    const target = own.at(-1);
    if (base === undefined || target === undefined) return false;
    // Only a straight branch: a merge in it would be flattened.
    if (ancestors(world, world.me.head).size !== ancestors(world, base).size + own.length) return false;
    agentWork(world, world.me, 1);
    const fix = await commit(world, world.me, { fixup: target.sha });
    await rebase(world, world.me, base, ['-i', '--autosquash'], [...own.slice(0, -1).map((one) => [one]), fix === target ? [target] : [target, fix]]);
    return true;
  },
  async stashAround(world) {
    const name = openBranches(world)[0];
    if (name === undefined) return false;
    await onto(world, name);
    agentWork(world, world.me, 1);
    await stash(world, world.me);
    await fetchHub(world, world.me);
    await unstash(world, world.me);
    await commit(world, world.me);
    if (world.hub.refs.has(name)) await push(world, world.me);
    return true;
  },
  async push(world) {
    const name = unpushed(world)[0];
    if (name === undefined) return false;
    await onto(world, name);
    await push(world, world.me);
    return true;
  },
  async mainIntoBranch(world) {
    const name = openBranches(world)[0];
    if (name === undefined) return false;
    await onto(world, name);
    await fetchHub(world, world.me);
    const main = world.remote.get('main') ?? '';
    if (ancestors(world, world.me.head).has(main)) return false;
    await merge(world, world.me, [main]);
    if (world.hub.refs.has(name)) await push(world, world.me);
    return true;
  },
  async review(world) {
    const name = pushed(world)[0];
    if (name === undefined) return false;
    const actor = world.random.pick(['me', 'ai', 'mate'] as const);
    if (actor !== 'mate') await onto(world, name);
    await reviewRound(world, name, actor);
    return true;
  },
  async land(world) {
    const name = pushed(world)[0];
    if (name === undefined) return false;
    const own = [...ancestors(world, world.hub.refs.get(name) ?? '')].map((sha) => commitOf(world, sha));
    const linear = own.every((one) => one.parents.length < 2 || world.trunk.some(({ sha }) => sha === one.sha));
    await land(world, name, world.random.pick(linear ? ['merge', 'squash', 'squash', 'rebase'] : ['merge', 'squash']));
    return true;
  },
  async pickOntoMain(world) {
    const name = unpushed(world)[0];
    if (name === undefined || openBranches(world).length > 1) return false;
    const own = ancestors(world, world.me.refs.get(name) ?? '');
    const first = [...own].map((sha) => commitOf(world, sha)).find((one) => !world.trunk.some(({ sha }) => sha === one.sha) && world.trunk.some(({ sha }) => sha === one.parents[0]));
    if (first === undefined || first.parents.length > 1) return false;
    await onto(world, 'main');
    await cherryPick(world, world.me, first);
    await push(world, world.me);
    if (first.sha === world.me.refs.get(name)) settleBranch(world, name, first.sha);
    return true;
  },
  async mateWorks(world) {
    await mateOnMain(world, () => { insert(world, world.hub, 'mate', world.random.pick(sources(world.hub)), 5); });
    return true;
  },
  async mateChanges(world) {
    await mateOnMain(world, () => { changeSome(world, world.hub, 'mate', 3); });
    return true;
  },
  async revertLast(world) {
    if (openBranches(world).length > 0) return false;
    await onto(world, 'main');
    const last = headOf(world, world.me);
    if (last.parents.length === 0) return false;
    await revert(world, world.me, last);
    await push(world, world.me);
    return true;
  },
  format: (world) => onQuietMain(world, () => { reshape(world, world.me, world.random.pick(sources(world.me)), world.random.pick([reindent, wrapAt(64)])); }),
  rename: (world) => onQuietMain(world, () => {
    const path = world.random.pick(sources(world.me));
    rename(world, world.me, path, path.replace(/(\w+)\.(\w+)$/, `$1Renamed${world.commits.size}.$2`));
  }),
} as const satisfies Readonly<Record<string, MixtureOp>>;

export type MixtureOpName = keyof typeof mixtureOps;
export const mixtureOpNames = Object.keys(mixtureOps) as MixtureOpName[];
