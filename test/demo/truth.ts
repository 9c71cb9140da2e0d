import type { AiLine, Line } from './line.ts';
import { mainTip } from './project.ts';
import type { DemoState, Tree } from './project.ts';

/** What is known by construction about the developer's own effective AI lines. */
export type DemoTruth = {
  sessions: number;
  rejectedEdits: number;
  written: number;
  committed: number;
  /** In the default branch at some time. */
  merged: number;
  /** In the default branch at the end; an edited, moved and reformatted line counts in each. */
  alive: { all: number; edited: number; moved: number; reformatted: number };
  /** Was in the default branch and is there no more, by who took it away. */
  dead: { all: number; me: number; meWithAi: number; someoneElse: number };
  /** In a working tree, in no commit. */
  pending: number;
  /** In no commit and no working tree. */
  dropped: number;
  /** Of the teammate's tool, merged: attested by notes, and nobody else's business. */
  othersMerged: number;
};

/** Sums up a finished story. `workingTrees` are what lies on disk at the end. */
export function truthOf(state: DemoState, workingTrees: readonly Tree[]): DemoTruth {
  const mine = state.aiLines.filter((line) => line.mine && line.effective);
  const atHead = linesByAi([mainTip(state).tree]);
  const onDisk = linesByAi(workingTrees);
  const alive = mine.filter((line) => atHead.has(line));
  const dead = mine.filter((line) => line.merged && !atHead.has(line));
  const uncommitted = mine.filter((line) => !line.committed);
  const pending = uncommitted.filter((line) => onDisk.has(line)).length;
  const having = (flag: 'edited' | 'moved' | 'reformatted'): number => alive.filter((line) => atHead.get(line)?.[flag]).length;
  const removedBy = (remover: AiLine['removedBy']): number => dead.filter((line) => line.removedBy === remover).length;
  return {
    sessions: state.sessions.length, rejectedEdits: state.rejectedEdits,
    written: mine.length, committed: mine.length - uncommitted.length, merged: mine.filter(({ merged }) => merged).length,
    alive: { all: alive.length, edited: having('edited'), moved: having('moved'), reformatted: having('reformatted') },
    dead: { all: dead.length, me: removedBy('me'), meWithAi: removedBy('me with AI'), someoneElse: removedBy('someone else') },
    pending, dropped: uncommitted.length - pending,
    othersMerged: state.aiLines.filter((line) => !line.mine && line.effective && line.merged).length,
  };
}

function linesByAi(trees: readonly Tree[]): Map<AiLine, Line> {
  const found = new Map<AiLine, Line>();
  for (const tree of trees) for (const lines of tree.values()) for (const line of lines) if (line.ai) found.set(line.ai, line);
  return found;
}
