/** Folders inside a working tree under which people and agents put further ones. */
const containers = ['.worktrees', '.claude/worktrees', '.cursor/worktrees', '.trees', '.git-worktrees', '.wt', '.workspaces', 'worktrees', 'wt'];

/** What is known when a path below a working tree has to be read. All relative to its top, `/`. */
export interface GoneWorktreeQuestion {
  readonly path: string;
  /** The agent's working directory, when it too lies below the top. */
  readonly cwd: string | null;
  /** Folders of the repository itself. */
  readonly known: ReadonlySet<string>;
}

/**
 * Finds the top of a nested working tree that is gone, of which neither the disk nor git tells anything
 * any more. Its name may hold slashes, so where it ends has to be read from what follows it:
 *
 *     .worktrees/dev1/ent-108/cmd/cli/run.go
 *     └container┘└──name─────┘└─── a folder of the repository
 *
 * Each place where the name may end is judged by how much of the rest is a folder of the repository, and
 * by the agent's working directory, which is the top or a folder of the repository below it.
 * @returns the top relative to the main one, or null when the path lies in no such place
 */
export function goneWorktree({ path, cwd, known }: GoneWorktreeQuestion): string | null {
  // A folder of that name that the repository itself has is no container.
  const container = containers.find((one) => path.startsWith(`${one}/`) && !known.has(one));
  if (container === undefined) return null;
  const parts = path.slice(container.length + 1).split('/');
  const folders = parts.slice(0, -1);
  let best: string | null = null;
  let bestScore = -1;
  for (let end = 1; end <= folders.length; end++) {
    const top = `${container}/${parts.slice(0, end).join('/')}`;
    const rest = folders.slice(end);
    const score = cwdSpeaksFor(top, cwd, known) + knownShare(rest, known);
    // The shorter name wins a tie.
    if (score > bestScore) [best, bestScore] = [top, score];
  }
  return best;
}

/** 2 when the working directory is this top, 1.5 when it is a folder of the repository below it, else 0. */
function cwdSpeaksFor(top: string, cwd: string | null, known: ReadonlySet<string>): number {
  if (cwd === top) return 2;
  if (cwd === null || !cwd.startsWith(`${top}/`)) return 0;
  return known.has(cwd.slice(top.length + 1)) ? 1.5 : 0;
}

/** 0 when the repository knows nothing of a folder path, else 0.5 to 1, by how far it does. */
function knownShare(folders: readonly string[], known: ReadonlySet<string>): number {
  for (let length = folders.length; length > 0; length--) {
    if (known.has(folders.slice(0, length).join('/'))) return 0.5 + (0.5 * length) / folders.length;
  }
  // A file at the top fits any name: worth less than a folder that is known.
  return folders.length === 0 ? 0.5 : 0;
}
