import type { FollowStore } from '../model/followStore.ts';
import { firstOther, other } from './fileMap.ts';

/**
 * Lines of unknown origin that came to the default branch in the same time, followed by the same rules:
 * what the AI lines' survival is held against. They are never called hand-written.
 */
export interface Comparison {
  /** The id of comparison lines that came with this commit at this time (UTC ms), or `other` when it is not in the sample. */
  readonly idFor: (sequence: number, at: number) => number;
  readonly born: (lines: number, at: number) => void;
  readonly ended: (id: number, at: number) => void;
  /** The line's file can't be followed any further: it leaves the comparison. */
  readonly forgotten: (id: number) => void;
  /** Merge time of each cohort, by its number. */
  readonly cohorts: () => readonly number[];
}

/** At most about this many commits are in the sample; beyond, every k-th is. */
const sampledCommits = 1500;

export function createComparison(store: FollowStore, known: readonly number[], trunkLength: number): Comparison {
  const cohorts = [...known];
  const every = Math.max(1, Math.ceil((trunkLength + known.length) / sampledCommits));
  const mergedAt = (id: number): number => cohorts[firstOther - id] ?? 0;
  return {
    idFor: (sequence, at) => {
      if (sequence % every !== 0) return other;
      if (cohorts[cohorts.length - 1] !== at) cohorts.push(at);
      return firstOther - (cohorts.length - 1);
    },
    born: (lines, at) => store.addComparison('unknown', at, null, lines),
    ended: (id, at) => {
      store.addComparison('unknown', mergedAt(id), null, -1);
      store.addComparison('unknown', mergedAt(id), Math.max(at, mergedAt(id)), 1);
    },
    forgotten: (id) => store.addComparison('unknown', mergedAt(id), null, -1),
    cohorts: () => cohorts,
  };
}
