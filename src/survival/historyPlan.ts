import type { CommitFacts, CommitId } from '../model/commit.ts';

/** A commit and its place: on the default branch (numbered from 0), or on some branch. */
export interface PlannedCommit {
  readonly commit: CommitFacts;
  readonly trunk: number | null;
}

/** The commits to follow, in an order in which every parent comes before its children. */
export interface HistoryPlan {
  /** First-parent chain, oldest first. */
  readonly trunk: readonly CommitFacts[];
  /** The commit before the first of the chain; null when the chain starts at a root. */
  readonly from: CommitId | null;
  readonly order: readonly PlannedCommit[];
  readonly sequenceOf: ReadonlyMap<CommitId, number>;
}

/**
 * Lays out the part of the graph to follow. Commits are taken by time as far as ancestry allows, so that
 * a branch is read before the squash or cherry-pick that repeats it on the default branch.
 *
 *   trunk    0 ──── 1 ───────── 2 (merge) ── 3
 *   branch      └── a ── b ────┘                     order: 0 a 1 b 2 3
 *
 * @param cursor last trunk commit already followed, or null
 */
export function planHistory(graph: readonly CommitFacts[], tip: CommitId, cursor: CommitId | null, boundary: ReadonlySet<CommitId>): HistoryPlan {
  const byId = new Map(graph.map((commit) => [commit.id, commit]));
  const trunk: CommitFacts[] = [];
  let from: CommitId | null = null;
  for (let id: CommitId | undefined = tip; id !== undefined; ) {
    const commit = byId.get(id);
    // at the border of a shallow clone a commit's diff is its whole tree: what is in it came before
    if (commit === undefined || id === cursor || boundary.has(id)) {
      from = id;
      break;
    }
    trunk.push(commit);
    id = commit.parents[0];
  }
  trunk.reverse();
  const sequenceOf = new Map(trunk.map((commit, at) => [commit.id, at]));
  const skip = (id: CommitId): boolean => id === cursor || boundary.has(id);
  const order = byTime(graph.filter((commit) => !skip(commit.id))).map((commit) => ({ commit, trunk: sequenceOf.get(commit.id) ?? null }));
  return { trunk, from, order, sequenceOf };
}

/** Kahn's algorithm with a heap by commit time. */
function byTime(commits: readonly CommitFacts[]): CommitFacts[] {
  const waiting = new Map<CommitId, number>();
  const children = new Map<CommitId, CommitFacts[]>();
  const known = new Set(commits.map((commit) => commit.id));
  const heap: CommitFacts[] = [];
  for (const commit of commits) {
    const parents = commit.parents.filter((parent) => known.has(parent));
    waiting.set(commit.id, parents.length);
    for (const parent of parents) {
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [commit]);
      else list.push(commit);
    }
    if (parents.length === 0) push(heap, commit);
  }
  const result: CommitFacts[] = [];
  for (let next = pop(heap); next !== undefined; next = pop(heap)) {
    result.push(next);
    for (const child of children.get(next.id) ?? []) {
      const left = waiting.get(child.id)! - 1;
      waiting.set(child.id, left);
      if (left === 0) push(heap, child);
    }
  }
  return result;
}

function earlier(a: CommitFacts, b: CommitFacts): boolean {
  return a.committedAt < b.committedAt || (a.committedAt === b.committedAt && a.id < b.id);
}

function push(heap: CommitFacts[], commit: CommitFacts): void {
  heap.push(commit);
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!earlier(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function pop(heap: CommitFacts[]): CommitFacts | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ; ) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && earlier(heap[child]!, heap[least]!)) least = child;
    if (least === at) return first;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}
