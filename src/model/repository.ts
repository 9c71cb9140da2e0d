/** What identifies a repository and its state, as read from git. */
export interface RepositoryFacts {
  /** Absolute, real path of the common git directory: the same for all worktrees. */
  readonly commonDir: string;
  /** Top of the main working tree; null for a bare repository. */
  readonly top: string | null;
  /** Tops of all working trees git knows of, also when they are gone from the disk. */
  readonly worktrees: readonly string[];
  readonly bare: boolean;
  readonly shallow: boolean;
  readonly partial: boolean;
  /** No commit yet. */
  readonly empty: boolean;
  /** 40 or 64: length of object ids. */
  readonly idLength: number;
}

/** The branch that counts as "merged". */
export interface DefaultBranch {
  /** Full ref, e.g. `refs/remotes/origin/main` or `refs/heads/main`. */
  readonly ref: string;
  /** For people: `origin/main`. */
  readonly name: string;
  readonly commit: string;
  /** UTC ms until which its state is known: the later of the last fetch and the tip's commit time. */
  readonly knownUntil: number;
  /** How it was found, for people. */
  readonly foundBy: string;
}

/** Addresses under which this person commits (lower case): `user.email` through mailmap, and further ones from settings. */
export interface Identity {
  readonly addresses: ReadonlySet<string>;
}
