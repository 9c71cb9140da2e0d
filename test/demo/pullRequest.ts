import { day, minute, workTime } from './clock.ts';
import { commit, openDesk, pass } from './desk.ts';
import type { Desk } from './desk.ts';
import { addCommit, advanceMain, host, mainAt, mainTip, mate, me, overlay } from './project.ts';
import type { DemoCommit, DemoState } from './project.ts';

export type PullRequest = {
  who: Desk['who'];
  /** Day of the story the branch starts on; 0 is the first. */
  day: number;
  branch: string;
  /** The branch starts only when this commit has been merged. */
  after?: DemoCommit;
  title: string;
  merge: 'squash' | 'rebase' | 'merge';
  /** A squash keeps the co-author trailer of its commits. */
  trailer?: boolean;
  /** A squash gets a git-ai note too. */
  noted?: boolean;
  /** The remote-tracking ref is pruned afterwards, and its reflog with it. */
  pruned?: boolean;
};

export const storyDays = 120;

/** Midnight of a day of the story. */
export function dayOf(state: DemoState, number: number): number {
  return Math.floor(state.now / day) * day - (storyDays - number) * day;
}

/**
 * A branch from start to merge:
 *
 *   main   ──o───────────────────────────o──
 *             \ work ── push ── review ──/ merge
 */
export function pullRequest(state: DemoState, spec: PullRequest, work: (desk: Desk) => void, review?: (desk: Desk) => void): DemoCommit {
  const desk = startBranch(state, spec, work);
  if (review) {
    pass(desk, 90, 400);
    review(desk);
    push(desk);
  }
  pass(desk, 60, 300);
  return mergeBranch(desk, spec);
}

/** The first half: work on a branch, and its first push. */
export function startBranch(state: DemoState, spec: Pick<PullRequest, 'who' | 'day' | 'branch' | 'after'>, work: (desk: Desk) => void): Desk {
  const earliest = Math.max(dayOf(state, spec.day), state.freeAt[spec.who], (spec.after?.committerAt ?? 0) + 30 * minute);
  const at = workTime(earliest, state.random);
  const desk = openDesk(state, spec.who, spec.branch, mainAt(state, at), at);
  work(desk);
  push(desk);
  state.freeAt[spec.who] = desk.at + 5 * minute;
  return desk;
}

/** Pushes the branch; the teammate's pushes reach us with our next fetch. */
export function push(desk: Desk): void {
  pass(desk, 1, 6);
  const mine = desk.who === 'me';
  desk.state.refs.push({
    at: mine ? desk.at : desk.at + desk.random.int(15, 90) * minute, ref: `refs/remotes/origin/${desk.branch}`, commit: desk.head,
    message: mine ? 'update by push' : 'fetch origin: storing head',
  });
}

function mergeBranch(desk: Desk, spec: PullRequest): DemoCommit {
  const { state } = desk;
  const tip = mainTip(state);
  const number = state.main.length + 11;
  const author = spec.who === 'me' ? me : mate;
  const at = Math.max(desk.at, tip.committerAt + 11 * minute);
  const base = mergeBase(state, desk.head);
  const tree = overlay(tip.tree, base.tree, desk.head.tree);
  const land = (commit: DemoCommit): void => advanceMain(state, commit);

  if (spec.merge === 'squash') {
    const trailer = spec.trailer ? '\n\nCo-authored-by: Claude <noreply@anthropic.com>' : '';
    const squashed = addCommit(state, { parents: [tip], tree, message: `${spec.title} (#${number})${trailer}`, author, authorAt: at, committer: host });
    if (spec.noted) state.noted.push(squashed);
    land(squashed);
  } else if (spec.merge === 'merge') {
    land(addCommit(state, {
      parents: [tip, desk.head], tree, author, authorAt: at, committer: host,
      message: `Merge pull request #${number} from fernwater/${desk.branch}\n\n${spec.title}`,
    }));
  } else {
    for (const original of branchCommits(base, desk.head)) {
      const onto = mainTip(state);
      const parent = original.parents[0] ?? base;
      land(addCommit(state, {
        parents: [onto], tree: overlay(onto.tree, parent.tree, original.tree), message: original.message,
        author: original.author, authorAt: original.authorAt, committer: host, committerAt: at,
      }));
    }
  }
  state.freeAt[spec.who] = at + 5 * minute;
  fetchMain(state, at + desk.random.int(4, 40) * minute);
  if (spec.pruned) state.refs.push({ at: at + day, ref: `refs/remotes/origin/${desk.branch}`, commit: null, message: '' });
  return mainTip(state);
}

/** Work committed straight to the default branch and pushed. */
export function direct(state: DemoState, spec: { who: Desk['who']; day: number }, work: (desk: Desk) => void): DemoCommit {
  const tip = mainTip(state);
  const desk = openDesk(state, spec.who, 'main', tip, Math.max(dayOf(state, spec.day), state.freeAt[spec.who], tip.committerAt + 20 * minute));
  work(desk);
  if (desk.head === tip) throw new Error('a direct change without a commit');
  for (const each of branchCommits(tip, desk.head)) advanceMain(state, each);
  pass(desk, 1, 4);
  state.freeAt[spec.who] = desk.at + 5 * minute;
  state.refs.push({ at: desk.at, ref: 'refs/remotes/origin/main', commit: desk.head, message: spec.who === 'me' ? 'update by push' : 'fetch origin: fast-forward' });
  return desk.head;
}

/** Takes back what a commit did, as `git revert` does. */
export function revert(desk: Desk, target: DemoCommit, reason: string): DemoCommit {
  pass(desk, 5, 30);
  const before = target.parents[0];
  if (!before) throw new Error('the first commit cannot be reverted');
  const now = desk.tree;
  const after = overlay(now, target.tree, before.tree);
  for (const [path, lines] of now) {
    const left = new Set(after.get(path)?.map(({ ai }) => ai));
    if (lines === after.get(path)) continue;
    for (const { ai } of lines) if (ai && !left.has(ai)) ai.removedBy = desk.who === 'me' ? 'me' : 'someone else';
  }
  desk.tree = new Map(after);
  const subject = target.message.split('\n')[0] ?? '';
  return commit(desk, `Revert "${subject}"\n\n${reason}`);
}

export function fetchMain(state: DemoState, at: number): void {
  state.refs.push({ at, ref: 'refs/remotes/origin/main', commit: mainTip(state), message: 'fetch origin: fast-forward' });
}

/** Commits of a branch after `base`, oldest first, along first parents. */
function branchCommits(base: DemoCommit, tip: DemoCommit): DemoCommit[] {
  const commits: DemoCommit[] = [];
  for (let at: DemoCommit | undefined = tip; at && at !== base; at = at.parents[0]) commits.unshift(at);
  return commits;
}

function mergeBase(state: DemoState, tip: DemoCommit): DemoCommit {
  for (let at: DemoCommit | undefined = tip; at; at = at.parents[0]) if (state.main.includes(at)) return at;
  throw new Error('the branch has nothing in common with main');
}
