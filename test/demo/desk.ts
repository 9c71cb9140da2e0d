import type { ClaudeSession } from '../fixtures/claudeLog.ts';
import type { Random } from '../fixtures/random.ts';
import { minute, workTime } from './clock.ts';
import { newAiLine, replaceLines } from './line.ts';
import type { Line, Remover } from './line.ts';
import { addCommit, mate, me } from './project.ts';
import type { DemoCommit, DemoState } from './project.ts';

/** One person's working tree on one branch. */
export type Desk = {
  state: DemoState;
  who: 'me' | 'mate';
  random: Random;
  /** The person's clock, UTC milliseconds. */
  at: number;
  branch: string;
  /** Absolute folder the person's agent works in: the repository, or a worktree of it. */
  root: string;
  head: DemoCommit;
  tree: Map<string, readonly Line[]>;
  /** The agent session in progress; the teammate's are on another machine. */
  session: ClaudeSession | null;
  /** Work goes on at night and on weekends too. */
  pinned: boolean;
};

/** Sits down at a commit. */
export function openDesk(state: DemoState, who: Desk['who'], branch: string, head: DemoCommit, at: number): Desk {
  const random = state.random.fork(`${branch}@${state.commits.length}`);
  return {
    state, who, random, branch, head, at: workTime(at, random) + random.int(0, 200) * minute, root: state.root,
    tree: new Map(head.tree), session: null, pinned: false,
  };
}

/** Lets time pass: some minutes of work, nights and weekends skipped. */
export function pass(desk: Desk, from: number, to: number): void {
  const at = desk.at + desk.random.int(from, to) * minute + desk.random.int(0, 59_999);
  desk.at = desk.pinned ? at : workTime(at, desk.random);
}

export function linesOf(desk: Desk, path: string): readonly Line[] {
  const lines = desk.tree.get(path);
  if (!lines) throw new Error(`${path} is not there on ${desk.branch}`);
  return lines;
}

/** Replaces lines [start, end) of a file and keeps the truth; the agent's log is kept by its own functions. */
export function replace(desk: Desk, path: string, start: number, end: number, texts: readonly string[], by: 'ai' | 'hand'): void {
  const mine = desk.who === 'me';
  const remover: Remover = !mine ? 'someone else' : by === 'ai' ? 'me with AI' : 'me';
  const make = (text: string): Line => {
    if (by === 'hand') return { text, ai: null };
    const ai = newAiLine(path, text, desk.at, mine ? 'claude' : 'cursor', mine);
    desk.state.aiLines.push(ai);
    return { text, ai };
  };
  desk.tree.set(path, replaceLines(desk.tree.get(path) ?? [], start, end, texts, make, remover));
}

/** Commits the whole working tree. Trees equal to the head's are a mistake of the story. */
export function commit(desk: Desk, subject: string, options: { trailer?: boolean; noted?: boolean } = {}): DemoCommit {
  const before = desk.head.tree;
  const changed = [...desk.tree].some(([path, lines]) => before.get(path) !== lines) || before.size !== desk.tree.size;
  if (!changed) throw new Error(`nothing to commit: ${subject}`);
  pass(desk, 2, 9);
  const message = options.trailer ? `${subject}\n\nCo-Authored-By: Claude <noreply@anthropic.com>` : subject;
  desk.head = addCommit(desk.state, { parents: [desk.head], tree: desk.tree, message, author: desk.who === 'me' ? me : mate, authorAt: desk.at });
  if (options.noted) desk.state.noted.push(desk.head);
  return desk.head;
}
