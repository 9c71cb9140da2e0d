import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RepositoryFacts } from '../model/repository.ts';
import { whenMissing } from './missingFile.ts';
import { type ReflogEntry, readReflogFile } from './reflog.ts';

/** Which branch was checked out in a working tree at a time (UTC ms); null where none was, or nobody knows any more. */
export type BranchAt = (worktree: string, at: number) => string | null;

/** From a time on: that branch, or none. */
interface Stretch {
  readonly from: number;
  readonly branch: string | null;
}

/**
 * What was checked out when, in all working trees that are there, from what git notes of every move of HEAD:
 *
 *     kept since   checkout: moving from main to x   checkout: moving from x to main
 *         |--- main ---|---------- x ----------------|--- main
 */
export async function checkedOutBranches(facts: RepositoryFacts): Promise<BranchAt> {
  const trees = new Map<string, readonly Stretch[]>();
  if (facts.top !== null) trees.set(facts.top, await stretchesOf(facts.commonDir));
  const folder = join(facts.commonDir, 'worktrees');
  for (const name of await readdir(folder).catch(whenMissing<string[]>([]))) {
    const record = await readFile(join(folder, name, 'gitdir'), 'utf8').catch(whenMissing(''));
    if (record === '') continue;
    const top = dirname(resolve(folder, name, record.trim()));
    trees.set(await realpath(top).catch(whenMissing(top)), await stretchesOf(join(folder, name)));
  }
  return (worktree, at) => trees.get(worktree)?.findLast(({ from }) => from <= at)?.branch ?? null;
}

const moved = /^checkout: moving from (\S+) to (\S+)$/;

async function stretchesOf(gitDir: string): Promise<readonly Stretch[]> {
  const entries = (await readReflogFile(join(gitDir, 'logs', 'HEAD'))).toSorted((a, b) => a.at - b.at);
  const first = entries[0];
  if (first === undefined) return [];
  const checkouts = entries.flatMap((entry) => checkoutOf(entry));
  const now = /^ref: refs\/heads\/(.+)$/m.exec(await readFile(join(gitDir, 'HEAD'), 'utf8').catch(whenMissing('')))?.[1] ?? null;
  return [{ from: first.at, branch: checkouts[0] === undefined ? now : checkouts[0].left }, ...checkouts.map(({ at, to }) => ({ from: at, branch: to }))];
}

function checkoutOf({ at, action }: ReflogEntry): { readonly at: number; readonly left: string | null; readonly to: string | null }[] {
  const [, left, to] = moved.exec(action) ?? [];
  return left === undefined || to === undefined ? [] : [{ at, left: asBranch(left), to: asBranch(to) }];
}

/** A commit, or a place told from another one, is no branch. */
function asBranch(name: string): string | null {
  return /^[0-9a-f]{7,64}$|[~^:]|@\{/.test(name) ? null : name;
}
