import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { edit, insert, remove, rewrite } from './edits.ts';
import { mateOnMain } from './forge.ts';
import { branch, checkout, commit, pull, push } from './history.ts';
import { sources } from './places.ts';
import { git, later } from './world.ts';
import type { Actor } from './lines.ts';
import type { Side, World } from './world.ts';

/** One way code travels. `play` runs the whole life of a small repository; the truth is read off its history. */
export type Scenario = { readonly name: string; readonly play: (world: World) => Promise<void> };

/** An agent adds a few pieces to the source files of a working tree; with `paths`, to these. */
export function agentWork(world: World, side: Side, pieces = world.random.int(2, 4), paths = sources(side)): void {
  for (let i = 0; i < pieces; i++) insert(world, side, 'ai', world.random.pick(paths), world.random.int(4, 14));
}

/** Some of each kind of change to lines an agent wrote, by one person. */
export function changeSome(world: World, side: Side, actor: Actor, times = 2): void {
  for (let i = 0; i < times; i++) {
    const count = world.random.int(1, 3);
    const change = world.random.pick([edit, rewrite, remove]);
    change(world, side, actor, { count, of: 'ai' });
  }
}

/** What happens to merged lines in the weeks after: me, the teammate and an agent change some of them on the default branch. */
export async function aftermath(world: World, rounds = world.random.int(1, 3)): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    later(world, world.random.pick([2, 6, 16, 20, 36, 50, 95]));
    const actor = world.random.pick(['me', 'ai', 'mate'] as const);
    const alone = world.remote.size === 0;
    if (actor === 'mate' && !alone) {
      await mateOnMain(world, () => { changeSome(world, world.hub, 'mate'); });
      continue;
    }
    if (!alone) await pull(world, world.me, 'main');
    changeSome(world, world.me, actor === 'mate' ? 'me' : actor);
    await commit(world, world.me);
    if (!alone) await push(world, world.me);
  }
}

/** A branch with one or two commits of an agent's work, pushed. */
export async function featureBranch(world: World, name = 'feature', commits = world.random.int(1, 2)): Promise<void> {
  await branch(world, world.me, name);
  for (let i = 0; i < commits; i++) {
    agentWork(world, world.me, 2);
    if (world.random.chance(0.3)) insert(world, world.me, 'me', world.random.pick(sources(world.me)), 3);
    await commit(world, world.me);
  }
  await push(world, world.me);
}

/** A day after the push of a branch, someone changes some of its lines; what they did is pushed and, if another's, fetched. */
export async function reviewRound(world: World, name: string, actor: Actor): Promise<void> {
  later(world, 1);
  const side = actor === 'mate' ? world.hub : world.me;
  if (actor === 'mate') await checkout(world, side, name);
  changeSome(world, side, actor, 3);
  await commit(world, side);
  if (actor === 'mate') await pull(world, world.me, name);
  else await push(world, side);
}

/** An agent's work in a linked worktree of my clone, inside it as agents make them; pushed from there. */
export async function worktreeWork(world: World, name: string, remove: boolean): Promise<void> {
  const { me } = world;
  const side: Side = { ...me, dir: join(me.dir, '.claude', 'worktrees', name), branch: name };
  await git(world, me.dir, ['worktree', 'add', '-q', '--no-track', '-b', name, side.dir]);
  side.refs.set(name, side.head);
  // As agents do, so that the main working tree does not show it.
  appendFileSync(join(ensureDir(join(me.gitDir, 'info')), 'exclude'), '.claude/\n');
  world.worktrees.push(side);
  for (let i = 0; i < 2; i++) {
    agentWork(world, side, 2);
    await commit(world, side);
  }
  await push(world, side);
  if (!remove) return;
  await git(world, me.dir, ['worktree', 'remove', '--force', side.dir]);
  side.gone = true;
}

function ensureDir(dir: string): string {
  mkdirSync(dir, { recursive: true });
  return dir;
}
