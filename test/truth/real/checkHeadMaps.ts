import { catFiles, listTree } from '../../../src/git/blobs.ts';
import { findDefaultBranch } from '../../../src/git/defaultBranch.ts';
import { readGraph } from '../../../src/git/graph.ts';
import { historyContext } from '../../../src/git/history.ts';
import { readRefs } from '../../../src/git/refs.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { fingerprintKey, fingerprintText } from '../../../src/model/fingerprint.ts';
import { followStep } from '../../../src/scan/followStep.ts';
import { memoryFollowStore } from '../../fixtures/memoryFollowStore.ts';

export interface HeadCheck {
  readonly files: number;
  readonly lines: number;
  /** `path:line` of the first difference of each file that differs, or what is wrong with it as a whole. */
  readonly differing: readonly string[];
  /** Files that following gave up (binary by now, or a diff that did not fit). */
  readonly lost: readonly string[];
}

/** Follows all of a repository's default branch, keeping every line's fingerprint, and compares with the blobs at its head. */
export async function checkHeadMaps(repo: string): Promise<HeadCheck> {
  const key = fingerprintKey(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  const git = { directory: repo, env: process.env };
  const facts = await readRepository(git);
  const branch = await findDefaultBranch(git, facts, await readRefs(git));
  if (branch === null) throw new Error(`${repo} has no commit`);
  const graph = await readGraph(git, [branch.commit], { sinceMs: null, declaredToolsOf: () => [] });
  const { trunk } = await followStep({
    git: historyContext(git, facts), key, store: memoryFollowStore(), identity: { addresses: new Set() }, branch, graph, boundary: new Set(), state: null, births: [], branches: { commits: [], tips: {} }, tips: [],
    attestations: new Map(), moves: { trunk: [], before: null, branches: [] }, freshPaths: null, keepAllMaps: true, progress: () => undefined,
  });
  const entries = (await listTree(git, branch.commit)).filter(({ mode }) => mode === '100644' || mode === '100755');
  const differing: string[] = [];
  const lost: string[] = [];
  let lines = 0;
  let at = 0;
  for await (const { content } of catFiles(git, entries.map(({ id }) => id))) {
    const { path } = entries[at++]!;
    const map = trunk.get(path);
    if (content === null || content.length === 0 || content.includes(0)) continue;
    if (map === null) differing.push(`${path}: no map`);
    else if (map.lost) lost.push(path);
    else {
      const texts = content.toString('utf8').replace(/\n$/, '').split('\n');
      lines += texts.length;
      const wrong = texts.findIndex((text, index) => map.prints[index] !== fingerprintText(key, text.replace(/\r$/, '')));
      if (map.ids.length !== texts.length) differing.push(`${path}: ${map.ids.length} lines in the map, ${texts.length} in the blob`);
      else if (wrong >= 0) differing.push(`${path}:${wrong + 1}`);
    }
  }
  return { files: entries.length, lines, differing, lost };
}
