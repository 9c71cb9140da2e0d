import { type CommitFacts, type CommitId, isCommitId } from '../model/commit.ts';
import type { CommitPatch } from '../model/patch.ts';
import type { RepositoryFacts } from '../model/repository.ts';
import { commitFormat, compareOptions, diffSettings, patchOptions } from './diffOptions.ts';
import { decodePath } from './gitPath.ts';
import { parsePatches } from './patchParser.ts';
import { type GitContext, type GitOptions, streamGit } from './process.ts';
import { splitAtNul } from './splitAtNul.ts';

/**
 * Where to read history from: the common git folder, as if it were bare. Read from a working tree, the
 * `.gitattributes` that happen to be checked out decide which files git compares as text, so that the
 * same commit would be one thing today and another tomorrow.
 */
export function historyContext(context: GitContext, facts: RepositoryFacts): GitContext {
  return { ...context, directory: facts.commonDir, bare: true };
}

/** A commit and the parents it is to be compared with. */
export type CommitParents = Pick<CommitFacts, 'id' | 'parents'>;

type Abort = Pick<GitOptions, 'signal'>;

const colon = 0x3a;

/**
 * Each first-parent commit after `from` (exclusive; null: from the root) up to `to`, oldest first, against
 * its first parent. `from` has to be one of them, or else everything that is not reachable from it comes.
 */
export function trunkPatches(context: GitContext, range: { readonly from: CommitId | null; readonly to: CommitId }, options: Abort = {}): AsyncGenerator<CommitPatch, void> {
  const revisions = range.from === null ? [idOf(range.to)] : [idOf(range.to), `^${idOf(range.from)}`];
  const args = [
    ...diffSettings, 'log', '--first-parent', '--diff-merges=first-parent', '--reverse', '--no-show-signature', '--no-notes', commitFormat, ...patchOptions,
    '--end-of-options', ...revisions, '--',
  ];
  return parsePatches(streamGit(context, args, options));
}

/**
 * Patches of the commits in the order given: against each of the parents named (`allParents`; `parent` is
 * 0, 1, ...) or the first only. There is always one for each, with no files when nothing differs. A commit
 * without parents is compared with the empty tree.
 */
export async function* patchesOf(context: GitContext, commits: Iterable<CommitParents>, options: { readonly allParents: boolean } & Abort): AsyncGenerator<CommitPatch, void> {
  const compared = [...commits];
  if (compared.length === 0) return;
  // Git prints them in the order asked for; those it has still to print wait here.
  const asked: number[] = [];
  const args = [...diffSettings, 'diff-tree', '--stdin', '--always', '-r', '--no-notes', commitFormat, ...patchOptions];
  const input = comparisons(compared, options.allParents, (parent) => asked.push(parent));
  let next = 0;
  for await (const patch of parsePatches(streamGit(context, args, { input, signal: options.signal }))) {
    yield { ...patch, parent: asked[next++]! };
  }
}

/** Paths each commit changed against its first parent, in the order given. A rename names both its paths. */
export async function* touchedPaths(context: GitContext, commits: Iterable<CommitParents>, options: Abort = {}): AsyncGenerator<{ readonly commit: CommitId; readonly paths: readonly string[] }, void> {
  const args = [...diffSettings, 'diff-tree', '--stdin', '--always', '-r', '--raw', '-z', '--no-renames', '--no-notes', ...compareOptions];
  const compared = [...commits];
  if (compared.length === 0) return;
  const input = comparisons(compared, false, () => undefined);
  let commit: CommitId | null = null;
  let paths: string[] = [];
  let pathFollows = false;
  for await (const fields of splitAtNul(streamGit(context, args, { input, signal: options.signal }))) {
    for (const field of fields) {
      if (pathFollows) {
        paths.push(decodePath(field));
        pathFollows = false;
        continue;
      }
      // `:<modes> <ids> <letter>` and then the path; or else the next commit's id.
      pathFollows = field[0] === colon;
      if (pathFollows) continue;
      if (commit !== null) yield { commit, paths };
      commit = idOf(field.toString('latin1').trim());
      paths = [];
    }
  }
  if (commit !== null) yield { commit, paths };
}

/** Lines `<commit> <parent>` for diff-tree, which compares a commit with the parents named beside it. */
export function* comparisons(commits: Iterable<CommitParents>, allParents: boolean, onAsk: (parent: number) => void): Generator<string, void> {
  for (const { id, parents } of commits) {
    const compared = allParents ? Math.max(1, parents.length) : 1;
    for (let parent = 0; parent < compared; parent++) {
      onAsk(parent);
      yield parents.length === 0 ? `${idOf(id)}\n` : `${idOf(id)} ${idOf(parents[parent]!)}\n`;
    }
  }
}

/** Ids reach git's command line and input: anything else is a bug and is stopped here. */
function idOf(text: string): CommitId {
  if (!isCommitId(text)) throw new Error(`Not a commit id: ${JSON.stringify(text)}`);
  return text;
}
