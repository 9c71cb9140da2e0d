import { advanceTrunk, ancestors, checkout, commit, cool, fetchHub, pull } from './history.ts';
import { merge, rebaseUnlessConflicts, squash } from './integrate.ts';
import type { IntegrateOptions } from './integrate.ts';
import { create, insert } from './edits.ts';
import { writeLogs } from './agent.ts';
import { git, later, minute, wait } from './world.ts';
import type { Person, World } from './world.ts';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Landing = 'merge' | 'squash' | 'rebase';
export type LandOptions = IntegrateOptions & { readonly author?: Person; readonly deleteBranch?: boolean };

/** How often I fetch right after a branch has landed; otherwise the default branch's reflog shows it much later. */
const fetchedAtOnce = 0.8;

/** Merges a pushed branch into the default branch, as the forge's button does, and mostly lets me fetch it. */
export async function land(world: World, name: string, how: Landing, options: LandOptions = {}): Promise<void> {
  const { hub } = world;
  const tip = hub.refs.get(name) ?? '';
  wait(world, world.random.int(20, 300) * minute);
  if (how !== 'rebase' || !(await landRebased(world, tip))) {
    await checkout(world, hub, 'main');
    if (how === 'merge') await merge(world, hub, [tip], { message: `Merge pull request from ${name}`, ...options });
    else await squash(world, hub, tip, { author: 'me', ...options });
  }
  settleBranch(world, name, tip);
  if (options.deleteBranch === true) {
    await git(world, hub.dir, ['branch', '-q', '-D', name]);
    hub.refs.delete(name);
  }
  // its own source of choices: what else happens in a world does not depend on it
  if (world.random.fork(`fetch after ${name}`).chance(fetchedAtOnce)) await fetchHub(world, world.me);
}

/** False where the branch can't be rebased without somebody who settles conflicts. */
async function landRebased(world: World, tip: string): Promise<boolean> {
  const { hub } = world;
  await checkout(world, hub, 'main');
  const main = hub.head;
  const known = new Set(world.commits.keys());
  await git(world, hub.dir, ['checkout', '-q', '-f', '-B', 'landing', tip]);
  hub.branch = 'landing';
  hub.head = tip;
  const done = await rebaseUnlessConflicts(world, hub, main);
  const top = done ? hub.head : main;
  await git(world, hub.dir, ['checkout', '-q', '-B', 'main', top]);
  await git(world, hub.dir, ['branch', '-q', '-D', 'landing']);
  hub.refs.delete('landing');
  hub.branch = 'main';
  hub.refs.set('main', top);
  advanceTrunk(world, top);
  for (const state of world.trunk) if (state.seenAt === null && known.has(state.sha) && ancestors(world, tip).has(state.sha)) state.forwarded = true;
  return done;
}

/** The branch is merged: changes beside its lines are clear again, and its refs hold nothing alive any more. */
export function settleBranch(world: World, name: string, tip: string): void {
  world.landed.set(name, tip);
  cool(world, name);
}

export type StartOptions = {
  /** Lines per base file; 0 makes a first commit with a README only. */
  readonly size?: number;
  readonly files?: readonly string[];
  /** `alone`: no remote at all; `shallow`: my clone has the newest commit only. */
  readonly clone?: 'alone' | 'shallow' | 'whole';
};

/** The teammate's first commits, and my clone of them. */
export async function start(world: World, options: StartOptions = {}): Promise<void> {
  const { files = ['src/store.ts', 'server/queue.go', 'tools/report.py'], clone = 'whole' } = options;
  const side = clone === 'alone' ? world.me : world.hub;
  await git(world, world.root, ['init', '-q', '--template=', side.dir]);
  create(world, side, side.actor, 'README.md', ['# Project', '', 'Notes on the project.']);
  for (const path of files) create(world, side, 'mate', path, options.size ?? world.random.int(28, 44));
  await commit(world, side, { message: 'Begin' });
  if (clone === 'shallow') {
    for (const path of files) insert(world, world.hub, 'mate', path, 4);
    later(world, 3);
    await commit(world, world.hub);
  }
  if (clone !== 'alone') {
    const depth = clone === 'shallow' ? ['--depth=1', `file://${world.hub.dir}`] : [world.hub.dir];
    await git(world, world.root, ['clone', '-q', '--template=', ...depth, world.me.dir]);
    world.me.refs.set('main', world.hub.head);
    world.remote.set('main', world.hub.head);
    world.me.head = world.hub.head;
    world.me.tree = world.hub.tree;
    world.me.disk = world.hub.tree;
  }
  later(world, 1);
}

/** A teammate's commit straight on the default branch, which I fetch. `work` changes the hub's tree. */
export async function mateOnMain(world: World, work: () => void): Promise<void> {
  await checkout(world, world.hub, 'main');
  work();
  await commit(world, world.hub);
}

/**
 * The last day: someone changes the README and I fetch, so that all is known until then;
 * the logs are written. Returns the time as of which the truth holds.
 */
export async function finish(world: World, days = world.random.pick([3, 17, 40, 110])): Promise<number> {
  later(world, days);
  const { me, hub } = world;
  const readme = (): string[] => [`The state of day ${Math.floor(world.now / 86_400_000)}.`];
  if (world.remote.size === 0) {
    // Nobody to fetch from: my own last commit says until when all is known.
    if (me.branch !== 'main') await checkout(world, me, 'main');
    append(world, 'me', readme());
    await commit(world, me);
  } else {
    await checkout(world, hub, 'main');
    append(world, 'mate', readme());
    await commit(world, hub);
    // HEAD is the default branch at the end, unless work lies about.
    if (me.tree === me.disk && me.tree === world.commits.get(me.head)?.tree) await pull(world, me, 'main');
    else await fetchHub(world, me);
    const fetched = join(me.gitDir, 'FETCH_HEAD');
    writeFileSync(fetched, '', { flag: 'a' });
    utimesSync(fetched, world.now / 1000, world.now / 1000);
  }
  writeLogs(world);
  return world.now + 60 * minute;
}

function append(world: World, actor: 'me' | 'mate', texts: readonly string[]): void {
  const side = actor === 'me' ? world.me : world.hub;
  const file = side.tree.get('README.md');
  if (file === undefined) return;
  const lines = texts.map((text) => ({ key: ++world.counter, text, origin: 'other' as const, carries: [] }));
  side.tree = new Map(side.tree).set('README.md', { ...file, lines: [...file.lines, ...lines] });
}

