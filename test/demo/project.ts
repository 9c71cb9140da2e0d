import type { ClaudeSession } from '../fixtures/claudeLog.ts';
import type { PlannedCommit } from '../fixtures/gitHistory.ts';
import type { Person } from '../fixtures/gitRepo.ts';
import type { Random } from '../fixtures/random.ts';
import { textOf } from './line.ts';
import type { AiLine, Line } from './line.ts';
import type { Names } from './sourceFile.ts';

/** Every file at one moment. Line arrays are shared between trees and never changed in place. */
export type Tree = ReadonlyMap<string, readonly Line[]>;

export type DemoCommit = PlannedCommit & { parents: readonly DemoCommit[]; tree: Tree };

/** One movement of a ref, as the reflog tells it. `commit` null deletes the ref. */
export type RefEvent = { at: number; ref: string; commit: DemoCommit | null; message: string };

/** The product while it is being made, all in memory. */
export type DemoState = {
  /** Absolute folder of the repository. */
  root: string;
  home: string;
  /** The moment the story ends, UTC milliseconds. */
  now: number;
  random: Random;
  /** Oldest first; parents before children. */
  commits: DemoCommit[];
  /** First-parent history of the default branch. */
  main: DemoCommit[];
  refs: RefEvent[];
  sessions: ClaudeSession[];
  aiLines: AiLine[];
  /** Commits for which the teammate's tool left a git-ai note. */
  noted: DemoCommit[];
  /** Functions in use. */
  names: Names;
  rejectedEdits: number;
  /** When each person has time for the next branch, UTC milliseconds. */
  freeAt: Record<'me' | 'mate', number>;
};

export const me: Person = { name: 'Ada Brook', email: 'ada@fernwater.example' };
export const mate: Person = { name: 'Jonas Weir', email: 'jonas@fernwater.example' };
/** What the hosting service signs merges with. */
export const host: Person = { name: 'GitHub', email: 'noreply@github.com' };

export function mainTip(state: DemoState): DemoCommit {
  const tip = state.main.at(-1);
  if (!tip) throw new Error('the default branch is empty');
  return tip;
}

/** The default branch as it was at a time. */
export function mainAt(state: DemoState, at: number): DemoCommit {
  return state.main.findLast(({ committerAt }) => committerAt <= at) ?? mainTip(state);
}

/** Adds a commit to the story (to no branch yet). */
export function addCommit(
  state: DemoState,
  commit: { parents: readonly DemoCommit[]; tree: Tree; message: string; author: Person; authorAt: number; committer?: Person; committerAt?: number },
): DemoCommit {
  const { author, authorAt, committer = author, committerAt = authorAt } = commit;
  if (committerAt >= state.now) throw new Error(`"${commit.message}" would be in the future`);
  const tree: Tree = new Map(commit.tree);
  const added: DemoCommit = {
    ...commit, committer, committerAt, tree,
    message: commit.message.endsWith('\n') ? commit.message : `${commit.message}\n`,
    files: new Map([...tree].map(([path, lines]) => [path, textOf(lines)])),
  };
  state.commits.push(added);
  for (const [path, lines] of tree) {
    if (lines === commit.parents[0]?.tree.get(path)) continue;
    for (const { ai } of lines) if (ai) ai.committed = true;
  }
  return added;
}

/** Moves the default branch on. */
export function advanceMain(state: DemoState, commit: DemoCommit): void {
  state.main.push(commit);
  for (const lines of commit.tree.values()) for (const { ai } of lines) if (ai) ai.merged = true;
}

/** `onto` with everything that differs between `from` and `to`; throws when both sides changed a file. */
export function overlay(onto: Tree, from: Tree, to: Tree): Tree {
  const result = new Map(onto);
  for (const path of new Set([...from.keys(), ...to.keys()])) {
    const before = from.get(path);
    const after = to.get(path);
    if (before === after) continue;
    if (onto.get(path) !== before) throw new Error(`both sides changed ${path}`);
    if (after) result.set(path, after);
    else result.delete(path);
  }
  return result;
}
