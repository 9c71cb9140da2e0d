import type { PathMapper } from '../model/captureSource.ts';

type Found = ReturnType<PathMapper['map']>;

/** A mapper that remembers its answers: an agent names the same few files again and again, and each answer asks the file system. */
export function memoPaths(paths: PathMapper): PathMapper {
  const byFolder = new Map<string | null, Map<string, Found>>();
  return {
    map(absolutePath, cwd) {
      let known = byFolder.get(cwd);
      if (known === undefined) {
        known = new Map<string, Found>();
        byFolder.set(cwd, known);
      }
      let found = known.get(absolutePath);
      if (found === undefined) {
        found = paths.map(absolutePath, cwd);
        known.set(absolutePath, found);
      }
      return found;
    },
  };
}
