import { excludedPaths } from '../git/attributes.ts';
import { listTree } from '../git/blobs.ts';
import { excludedByName } from '../git/exclusionPatterns.ts';
import { createPathMapper, directoriesOf } from '../git/pathMapping.ts';
import type { PathMapper } from '../model/captureSource.ts';
import type { Contribution } from '../model/contribution.ts';
import { lineFlags } from '../model/lineText.ts';
import type { DefaultBranch } from '../model/repository.ts';
import type { ProjectParts } from './projectParts.ts';

/** What the files of the default branch say about paths that capture meets. */
export interface RepositoryPaths {
  readonly mapper: PathMapper;
  /** Lines of lock files, generated, vendored, minified and snapshot files, by name or `.gitattributes`, never count. */
  readonly markExcluded: (contribution: Contribution) => Contribution;
}

/** Lists the tree of the default branch: not for every question. */
export async function repositoryPaths(parts: ProjectParts, main: DefaultBranch | null): Promise<RepositoryPaths> {
  const tree = main === null ? [] : await listTree(parts.git, main.commit);
  const paths = tree.map((entry) => entry.path);
  const attributed = paths.some((path) => path === '.gitattributes' || path.endsWith('/.gitattributes')) ? await excludedPaths(parts.git, parts.facts, paths) : null;
  const known = new Set(paths);
  // a file that is not in the tree yet is judged by its name alone
  const isExcluded = (path: string): boolean => (attributed !== null && known.has(path) ? attributed.has(path) : excludedByName(path) !== null);
  return {
    mapper: createPathMapper(parts.facts, directoriesOf(paths)),
    markExcluded: (contribution) =>
      isExcluded(contribution.path) ? { ...contribution, inserted: contribution.inserted.map((line) => ({ ...line, flags: line.flags | lineFlags.excluded })) } : contribution,
  };
}
