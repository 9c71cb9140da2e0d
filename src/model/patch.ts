/**
 * Lines of one side of a hunk, as offsets into the bytes git printed. Nothing is decoded until
 * somebody needs the text: most lines of a history are only ever counted.
 *
 *   bytes   ... + f o o ( ) ; \n + b a r ; \n ...
 *                 ^start[0]   ^end[0]  ^start[1]
 *
 * `ends` exclude the line feed; a carriage return before it is excluded too (line ends are normalised).
 */
export interface PatchLines {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** One `@@` hunk of a zero-context diff. Line numbers are 1-based as git prints them. */
export interface PatchHunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly removed: PatchLines;
  readonly added: PatchLines;
}

/** One file of a commit's diff. `oldPath` is null for a created file, `newPath` for a deleted one. */
export interface FilePatch {
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly binary: boolean;
  /** A submodule (mode 160000) or symbolic link (120000) on either side: left alone. */
  readonly special: boolean;
  readonly hunks: readonly PatchHunk[];
}

/** A commit's diff against one of its parents. */
export interface CommitPatch {
  readonly commit: string;
  /** Which parent this diff is against; 0 is the first. Roots are diffed against the empty tree. */
  readonly parent: number;
  readonly files: readonly FilePatch[];
}
