/** A line of AI in the working tree that no remote has yet. Told to the editor of the same machine; kept nowhere. */
export interface LineAhead {
  /** Relative to the top of the working tree. */
  readonly path: string;
  /** 1-based, in the file as it is on the disk. */
  readonly line: number;
  readonly text: string;
  readonly tool: string;
}

export interface LinesAhead {
  readonly lines: readonly LineAhead[];
  /** UTC ms of the last push that was seen; null without any. */
  readonly pushedAt: number | null;
}
