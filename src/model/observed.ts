import type { ActivityInterval } from './activity.ts';

/** Text that the editor saw a person accept from an AI tool. In memory only, on its way to becoming fingerprints. */
export interface AcceptedEdit {
  /** Stable: the same edit handed over twice has the same id. */
  readonly id: string;
  /** One for each window, from its opening to its end. */
  readonly session: string;
  /** UTC ms of the last accept that belongs to it. */
  readonly at: number;
  /** Absolute. */
  readonly file: string;
  readonly tool: string;
  readonly model: string | null;
  /** The file's text without the accepted lines, and with them. */
  readonly before: string;
  readonly after: string;
}

/** How much of what came into files in the editor could be told apart. Characters, white space left out. */
export interface EditorCounts {
  readonly characters: number;
  readonly unknown: number;
}

/** What an editor window saw in one repository since it last told. */
export interface Observed {
  readonly edits: readonly AcceptedEdit[];
  readonly counts: EditorCounts;
  readonly activity: readonly ActivityInterval[];
}

/** The capture source under which the editor's own contributions are kept. */
export const editorSource = 'editor';
