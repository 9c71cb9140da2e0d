import type { CommitFacts, CommitId } from '../model/commit.ts';
import { createPrintSet } from './printSet.ts';

/** What is remembered of a commit of a branch, so that the branch need not be read again when another one moves. */
export interface RememberedCommit {
  readonly id: CommitId;
  /** UTC ms. */
  readonly at: number;
  /** Followed paths that a commit of this person's changed; none of a merge or of somebody else's. */
  readonly paths: readonly string[];
  /** Fingerprints of the lines it added to files that somebody's lines are or may be in. */
  readonly prints: ArrayLike<number>;
}

/**
 * The texts that branches added, as seen from a commit of the default branch: those of earlier commits.
 *
 *   read in an earlier run    a ── b ── c          kept in the ledger as long as some branch reaches them
 *   read in this run                     d ── e    entered as the walk comes to them
 */
export interface BranchMemory {
  /** What is added from now on is this commit's. */
  readonly enter: (commit: CommitFacts) => void;
  readonly added: (print: number) => void;
  readonly observed: (paths: readonly string[]) => void;
  /** Texts of commits up to this time count from now on. */
  readonly until: (time: number) => void;
  /** Was this text added by a commit of some branch before? */
  readonly holds: (print: number) => boolean;
  /** Known before or read in this run, by commit. */
  readonly commits: () => ReadonlyMap<CommitId, RememberedCommit>;
}

/** @param isMerged of commits that the default branch holds by now the texts count in this run only */
export function createBranchMemory(known: readonly RememberedCommit[], isMerged: (commit: CommitId) => boolean): BranchMemory {
  const prints = createPrintSet();
  const read = new Map<CommitId, RememberedCommit & { readonly prints: number[]; readonly paths: string[] }>();
  const waiting = known.toSorted((a, b) => a.at - b.at);
  let next = 0;
  let now: { readonly prints: number[]; readonly paths: string[] } | null = null;
  return {
    enter: ({ id, committedAt }) => {
      now = null;
      if (isMerged(id)) return;
      const commit = { id, at: committedAt, paths: [], prints: [] };
      read.set(id, commit);
      now = commit;
    },
    added: (print) => {
      prints.add(print);
      now?.prints.push(print);
    },
    observed: (paths) => {
      now?.paths.push(...paths);
    },
    until: (time) => {
      for (; next < waiting.length && waiting[next]!.at <= time; next++) {
        const { prints: texts } = waiting[next]!;
        for (let at = 0; at < texts.length; at++) prints.add(texts[at]!);
      }
    },
    holds: (print) => prints.has(print),
    commits: () => new Map<CommitId, RememberedCommit>([...known.map((commit) => [commit.id, commit] as const), ...read]),
  };
}
