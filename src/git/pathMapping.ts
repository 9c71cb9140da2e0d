import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { PathMapper } from '../model/captureSource.ts';
import type { RepositoryFacts } from '../model/repository.ts';
import { goneWorktree } from './goneWorktree.ts';

/** Every folder that holds one of the paths, at any depth. */
export function directoriesOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      // Those above it are there already.
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** File systems that do not tell `a` from `A` by default. */
const foldsCase = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Maps the absolute paths in agents' logs into one repository: through its working trees, through those
 * that are gone but that git still has a record of, and through nested ones that left no record at all
 * (see goneWorktree). What lies elsewhere (another clone, a submodule, the git folder, the home folder)
 * is not this repository's: null.
 * @param knownDirectories folders of the repository, relative, `/` between parts (see directoriesOf)
 */
export function createPathMapper(facts: RepositoryFacts, knownDirectories: ReadonlySet<string>): PathMapper {
  const roots = facts.worktrees
    .map((top) => ({ top, folded: fold(top) }))
    .toSorted((a, b) => b.folded.length - a.folded.length);
  const tops = new Set(roots.map((root) => root.folded));
  const real = cached(realFolder);
  const foreign = cached((folder) => !tops.has(fold(folder)) && existsSync(join(folder, '.git')));

  const inRoot = (path: string): { top: string; rest: string } | null => {
    const folded = fold(path);
    const root = roots.find((one) => folded.startsWith(`${one.folded}/`));
    // Folding does not change how many parts a path has, but it may change its length.
    return root === undefined ? null : { top: root.top, rest: path.split('/').slice(root.folded.split('/').length).join('/') };
  };
  const locate = (path: string): { top: string; rest: string } | null => {
    const slashed = slashes(path);
    return inRoot(`${slashes(real(dirname(path)))}/${slashed.slice(slashed.lastIndexOf('/') + 1)}`) ?? inRoot(slashed);
  };
  /** Another repository inside this one: a submodule or a clone. */
  const inForeign = (top: string, rest: string): boolean => {
    for (let cut = rest.lastIndexOf('/'); cut > 0; cut = rest.lastIndexOf('/', cut - 1)) {
      if (foreign(join(top, rest.slice(0, cut)))) return true;
    }
    return false;
  };

  return {
    map(given, cwd) {
      const path = isAbsolute(given) ? resolve(given) : cwd === null ? null : resolve(cwd, given);
      const found = path === null ? null : locate(path);
      if (found === null || found.rest.split('/').includes('.git') || inForeign(found.top, found.rest)) return null;
      const gone = goneWorktree({ path: found.rest, cwd: belowTop(cwd, found.top), known: knownDirectories });
      if (gone === null) return { path: found.rest, worktree: found.top };
      return { path: found.rest.slice(gone.length + 1), worktree: `${found.top}/${gone}` };
    },
  };

  function belowTop(cwd: string | null, top: string): string | null {
    const place = cwd === null ? null : locate(join(cwd, 'x'));
    return place === null || place.top !== top ? null : place.rest.slice(0, -2) || null;
  }
}

function slashes(path: string): string {
  return (process.platform === 'win32' ? path.replaceAll('\\', '/') : path).normalize('NFC');
}

function fold(path: string): string {
  return foldsCase ? slashes(path).toLowerCase() : slashes(path);
}

/** The folder without symbolic links, as far as it still exists. */
function realFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync.native(folder);
  const parent = dirname(folder);
  return parent === folder ? folder : join(realFolder(parent), folder.slice(parent.length).replace(/^[\\/]/, ''));
}

function cached<T>(read: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, T>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, read(folder));
    return known.get(folder)!;
  };
}
