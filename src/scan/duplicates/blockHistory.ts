import { createBlockIndex } from '../../attribution/duplicates/blockIndex.ts';
import type { BlockIndex } from '../../attribution/duplicates/blockIndex.ts';
import { blockLines, selectedShingles } from '../../attribution/duplicates/shingles.ts';
import { createSolidLineReader } from '../../attribution/duplicates/solidLines.ts';
import type { SolidLineReader } from '../../attribution/duplicates/solidLines.ts';
import { catFiles, listTree } from '../../git/blobs.ts';
import { excludedByName } from '../../git/exclusionPatterns.ts';
import type { GitContext } from '../../git/process.ts';
import type { CommitFacts, CommitId } from '../../model/commit.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { CommitPatch } from '../../model/patch.ts';
import type { HistoryPlan } from '../../survival/historyPlan.ts';

/** Files larger than this are data. */
export const largestSource = 256 * 1024;

/** Of a larger tree only so much is read, in git's order. */
const largestTree = 48 * 1024 * 1024;

/** What the repository held before an agent wrote something: the tree that following began from, and what the default branch added since. */
export interface BlockHistory {
  readonly index: BlockIndex;
  readonly reader: SolidLineReader;
  /** To be told each commit of the default branch, in order. */
  readonly added: (commit: CommitFacts, patch: CommitPatch) => void;
}

export interface BlockHistoryInput {
  readonly git: GitContext;
  readonly key: FingerprintKey;
  readonly plan: HistoryPlan;
  /** What an earlier run left; null when none was needed yet. */
  readonly known: Uint8Array | null;
  /** UTC ms of the first text by an agent; null when that may be as old as the repository. */
  readonly earliest: number | null;
  readonly signal?: AbortSignal;
}

/**
 *   from ── c0 ── c1 ──┬── c2 ── c3        known: nothing → the tree at c1 is read whole,
 *                      earliest            c2 and c3 come by what they add
 */
export async function openBlockHistory(input: BlockHistoryInput): Promise<BlockHistory> {
  const { plan, known, earliest } = input;
  const index = createBlockIndex(known);
  const reader = createSolidLineReader(input.key);
  const excluded = new Map<string, boolean>();
  const isExcluded = (path: string): boolean => {
    const told = excluded.get(path) ?? excludedByName(path) !== null;
    excluded.set(path, told);
    return told;
  };
  const inTree = new Set<CommitId>();
  if (known === null) {
    let base = plan.from;
    for (const commit of plan.trunk) {
      if (earliest === null || commit.committedAt > earliest) break;
      inTree.add(commit.id);
      base = commit.id;
    }
    if (base !== null) await readTree(input, base, index, reader, isExcluded);
  }
  return {
    index,
    reader,
    added: (commit, patch) => {
      if (inTree.has(commit.id)) return;
      for (const { newPath, binary, special, hunks } of patch.files) {
        if (newPath === null || binary || special || isExcluded(newPath)) continue;
        const shingles = hunks.flatMap(({ added }) => (added.starts.length < blockLines ? [] : selectedShingles(reader.ofHunk(added))));
        index.add(newPath, commit.committedAt, shingles);
      }
    },
  };
}

async function readTree({ git, signal }: BlockHistoryInput, commit: CommitId, index: BlockIndex, reader: SolidLineReader, isExcluded: (path: string) => boolean): Promise<void> {
  const files = (await listTree(git, commit)).filter(({ mode, path }) => mode.startsWith('100') && !isExcluded(path));
  let left = largestTree;
  let at = 0;
  for await (const { content } of catFiles(git, files.map(({ id }) => id), { maxBytes: largestSource, signal })) {
    const { path } = files[at++]!;
    if (content === null || isBinary(content)) continue;
    index.add(path, 0, selectedShingles(reader.ofText(content).prints));
    left -= content.length;
    if (left < 0) return;
  }
}

/** As git tells it: a zero byte near the beginning. */
export function isBinary(content: Uint8Array): boolean {
  return content.subarray(0, 8000).includes(0);
}
