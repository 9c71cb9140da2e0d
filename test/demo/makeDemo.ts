import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

import { HumanError } from '../../src/model/humanError.ts';
import { seededRandom } from '../fixtures/random.ts';
import type { DemoState } from './project.ts';
import { ending } from './story/ending.ts';
import { foundation } from './story/foundation.ts';
import { growth } from './story/growth.ts';
import { opening } from './story/opening.ts';
import { season } from './story/season.ts';
import { truthOf } from './truth.ts';
import type { DemoTruth } from './truth.ts';
import { writeOut } from './writeOut.ts';

/** The end of the story where a test wants no other: a Thursday. */
export const demoNow = Date.UTC(2026, 4, 28, 15, 0, 0);

export type DemoProject = {
  /** The repository, checked out on an open branch with uncommitted work. */
  repo: string;
  /** A second worktree of it, with uncommitted work of its own. */
  worktree: string;
  /** Home folder with the agent logs and `.gitconfig`. */
  home: string;
  /** Bare repository the project pushes to. */
  origin: string;
  now: number;
  /** Head of the default branch. */
  head: string;
  truth: DemoTruth;
};

/**
 * Makes Fernwater, a small product with four months of history, and the agent logs that belong to it,
 * below `dest` (made when missing; must not hold an earlier one). Same seed and `now`, same commit ids.
 *
 *   dest/project     repository          dest/origin.git    what it pushes to
 *   dest/project-frost   second worktree dest/home          ~/.claude/projects/…, ~/.gitconfig
 */
export async function makeDemo({ dest, seed = 1, now = demoNow }: { dest: string; seed?: number; now?: number }): Promise<DemoProject> {
  if (existsSync(join(dest, 'project'))) throw new HumanError(`${dest} holds a demo project already: choose another folder, or remove it first.`);
  mkdirSync(dest, { recursive: true });
  const folder = realpathSync(dest);
  const state: DemoState = {
    root: join(folder, 'project'), home: join(folder, 'home'), now, random: seededRandom(seed),
    commits: [], main: [], refs: [], sessions: [], aiLines: [], noted: [], names: new Map(), rejectedEdits: 0, freeAt: { me: 0, mate: 0 },
  };
  opening(state);
  foundation(state);
  growth(state);
  season(state);
  const worktree = join(folder, 'project-frost');
  const open = ending(state, worktree);
  const repo = writeOut(state, folder, open);
  return {
    repo: state.root, worktree, home: state.home, origin: join(folder, 'origin.git'), now,
    head: repo.id('refs/remotes/origin/main'), truth: truthOf(state, [open.vacation.tree, open.frost.tree]),
  };
}
