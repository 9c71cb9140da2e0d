import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { ClaudeSession } from '../fixtures/claudeLog.ts';
import { seededRandom } from '../fixtures/random.ts';
import type { Random } from '../fixtures/random.ts';
import { bytesOf } from './lines.ts';
import type { Actor, AiLine, Kill, Tree } from './lines.ts';
import { openShell } from './shell.ts';
import type { Shell } from './shell.ts';
import { textSource } from './sourceText.ts';
import type { TextSource } from './sourceText.ts';

/*
 *   <root>/hub    the forge, and where the teammate works; branches are pushed here
 *   <root>/repo   my clone: the repository that is measured
 *   <root>/home   my home folder: .gitconfig and the agent's logs
 */

export type Commit = { readonly sha: string; readonly parents: readonly string[]; readonly tree: Tree; readonly at: number; readonly by: Actor };

/** One working tree: what its files should hold (`tree`), what they do hold (`disk`), and its branches. */
export type Side = {
  readonly dir: string;
  /** Folder of the refs; shared by worktrees. */
  readonly gitDir: string;
  readonly actor: 'me' | 'mate';
  readonly refs: Map<string, string>;
  branch: string;
  head: string;
  tree: Tree;
  disk: Tree;
  gone: boolean;
};

export type Contribution = { readonly id: string; readonly at: number; readonly path: string; readonly inserted: readonly AiLine[] };

/** A state of the default branch. */
export type TrunkState = {
  readonly sha: string;
  readonly at: number;
  /** The branch was moved forward to a commit that was made before, elsewhere: only who watched the ref knows when. */
  forwarded: boolean;
  /** When my clone came to know it. */
  seenAt: number | null;
};

export type World = {
  readonly name: string;
  readonly seed: number;
  readonly random: Random;
  readonly text: TextSource;
  readonly root: string;
  readonly home: string;
  readonly shell: Shell;
  readonly hub: Side;
  readonly me: Side;
  /** Linked worktrees of `me`. */
  readonly worktrees: Side[];
  readonly commits: Map<string, Commit>;
  readonly kills: Map<number, Kill>;
  readonly contributions: Contribution[];
  readonly sessions: Map<string, ClaudeSession>;
  /** States of the default branch as they came to be, oldest first. */
  readonly trunk: TrunkState[];
  /** What the remote-tracking refs say, and each push of a branch other than the default one. */
  readonly remote: Map<string, string>;
  readonly pushes: { readonly branch: string; readonly sha: string; evidence: boolean }[];
  readonly stashes: { readonly base: string; readonly tree: Tree }[];
  /** Branches that were merged, with the tip that was. */
  readonly landed: Map<string, string>;
  /** Lines beside a change that has not landed: a second change there would blur into the first. */
  readonly hot: Map<number, string>;
  /** AI lines that any commit ever held. */
  readonly committed: Set<number>;
  /** AI lines whose fate the simulator itself leaves open. */
  readonly blurred: Set<number>;
  /** AI lines that were written as a repetition of a block that stood there. */
  readonly repeated: Set<number>;
  now: number;
  counter: number;
  /** Git processes started, and merges in which git chose other lines than the identities say. */
  processes: number;
  repairs: number;
};

export const minute = 60_000;
export const day = 24 * 60 * minute;

const people = { me: ['Ada Reed', 'ada@example.test'], mate: ['Ben Holt', 'ben@example.test'], forge: ['Forge', 'noreply@forge.test'] } as const;
export type Person = keyof typeof people;

/** Makes the folders; no repository yet. */
export function newWorld(name: string, seed: number, root = mkdtempSync(join(tmpdir(), 'truth-'))): World {
  const random = seededRandom(`${name}/${seed}`);
  const home = join(root, 'home');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, '.gitconfig'), `[user]\n\tname = ${people.me[0]}\n\temail = ${people.me[1]}\n[init]\n\tdefaultBranch = main\n[core]\n\tautocrlf = false\n\tfsync = none\n[commit]\n\tgpgsign = false\n[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[advice]\n\tdetachedHead = false\n[merge]\n\tconflictStyle = merge\n[protocol "file"]\n\tallow = always\n[receive]\n\tdenyCurrentBranch = ignore\n`);
  const side = (folder: string, actor: 'me' | 'mate'): Side => ({
    dir: join(root, folder), gitDir: join(root, folder, '.git'), actor, refs: new Map(), branch: 'main', head: '', tree: new Map(), disk: new Map(), gone: false,
  });
  return {
    name, seed, random, text: textSource(random.fork('text')), root, home, shell: openShell(root), hub: side('hub', 'mate'), me: side('repo', 'me'), worktrees: [],
    commits: new Map(), kills: new Map(), contributions: [], sessions: new Map(), trunk: [], remote: new Map(), pushes: [], stashes: [],
    landed: new Map(), hot: new Map(), committed: new Set(), blurred: new Set(), repeated: new Set(),
    now: Date.UTC(2025, 2, 3, 9) + random.int(0, 40) * day + random.int(0, 400) * minute, counter: 0, processes: 0, repairs: 0,
  };
}

/** Removes a world's folders. */
export function dropWorld(world: World): void {
  world.shell.close();
  rmSync(world.root, { recursive: true, force: true, maxRetries: 3 });
}

/** Lets time pass: some minutes, or the given span. */
export function wait(world: World, span = world.random.int(2, 9) * minute): number {
  world.now += span;
  return world.now;
}

/** Later by about so many days, at some minute of the working day. */
export function later(world: World, days: number): void {
  world.now += days * day + world.random.int(-200, 200) * minute;
}

export type GitOptions = { as?: Person; author?: Person; env?: Record<string, string>; mayFail?: boolean };

/** Environment in which git sees this world only, at the world's own time. */
export function gitEnv(world: World, options: GitOptions = {}): Record<string, string> {
  const committer = people[options.as ?? 'me'];
  const author = people[options.author ?? options.as ?? 'me'];
  const date = `@${Math.floor(world.now / 1000)} +0000`;
  return {
    PATH: process.env['PATH'] ?? '', HOME: world.home, LC_ALL: 'C', GIT_CONFIG_GLOBAL: join(world.home, '.gitconfig'), GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: ':', GIT_SEQUENCE_EDITOR: ':', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date,
    GIT_AUTHOR_NAME: author[0], GIT_AUTHOR_EMAIL: author[1], GIT_COMMITTER_NAME: committer[0], GIT_COMMITTER_EMAIL: committer[1], ...options.env,
  };
}

/** Runs git; `ok` is false only with `mayFail`. */
export async function git(world: World, dir: string, args: readonly string[], options: GitOptions = {}): Promise<{ ok: boolean; out: string }> {
  world.processes++;
  const { code, out, problem } = await world.shell.run(['git', ...args], dir, gitEnv(world, options));
  if (code !== 0 && options.mayFail !== true) throw new Error(`${world.name}/${world.seed}: git ${args.join(' ')}: ${problem}${out}`);
  return { ok: code === 0, out };
}

/** Reads a ref without starting a process (refs are never packed here). */
export function readRef(gitDir: string, ref: string): string {
  const text = readFileSync(join(gitDir, ref), 'utf8').trim();
  return text.startsWith('ref: ') ? readRef(gitDir, text.slice(5)) : text;
}

/** Brings the files on disk to what the model says; `all` when git may have left anything there. */
export function flush(side: Side, all = false): void {
  for (const path of side.disk.keys()) if (!side.tree.has(path)) rmSync(join(side.dir, path), { force: true });
  for (const [path, file] of side.tree) {
    if (!all && side.disk.get(path) === file) continue;
    mkdirSync(dirname(join(side.dir, path)), { recursive: true });
    writeFileSync(join(side.dir, path), bytesOf(file));
  }
  side.disk = side.tree;
}

/** Paths whose bytes on disk are not the model's. */
export function strayFiles(side: Side): string[] {
  return [...side.tree].filter(([path, file]) => {
    const full = join(side.dir, path);
    return !existsSync(full) || !readFileSync(full).equals(bytesOf(file));
  }).map(([path]) => path);
}
