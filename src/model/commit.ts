/** A full object id, 40 or 64 lower-case hex digits. */
export type CommitId = string;

const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function isCommitId(text: string): text is CommitId {
  return objectId.test(text);
}

/** One commit as the history walk needs it. Times are UTC ms. */
export interface CommitFacts {
  readonly id: CommitId;
  readonly parents: readonly CommitId[];
  /** When the author wrote it (kept by rebase and amend). */
  readonly authoredAt: number;
  /** When this object was made. Text must be older than this to be in it. */
  readonly committedAt: number;
  /** Lower-case e-mail after mailmap. Never stored, only compared with the person's own addresses. */
  readonly authorEmail: string;
  readonly subject: string;
  /** The ids named by "This reverts commit <id>", if any. */
  readonly reverts: readonly CommitId[];
  /** AI tools that the commit's trailers or author name (see capture/notes/trailers), if any. */
  readonly declaredTools: readonly string[];
}
