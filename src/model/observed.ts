import type { ActivityInterval } from './activity.ts';

/** Lines that the editor saw come about. In memory only, on their way to becoming fingerprints. */
export interface SeenText {
  /** Stable: the same edit handed over twice has the same id. */
  readonly id: string;
  /** One for each window, from its opening to its end. */
  readonly session: string;
  /** UTC ms. */
  readonly at: number;
  /** Absolute. */
  readonly file: string;
  /** Checked out at that time; null when none was. */
  readonly branch: string | null;
  /** The file's text without these lines, and with them. */
  readonly before: string;
  readonly after: string;
}

/** Text that a person accepted from an AI tool; `at` is the last accept that belongs to it. */
export interface AcceptedEdit extends SeenText {
  readonly tool: string;
  readonly model: string | null;
}

/** Lines that a person typed most of; `at` is when they were saved. */
export type TypedText = SeenText;

/** Seconds after an accept at which is looked how much of it is still there. */
export const secondsAfterAccept = [0, 30, 120, 300, 600, 900] as const;

/** How much of an accepted edit was still there some time later. Counts only. */
export interface AfterAccept {
  readonly tool: string;
  /** UTC ms of the accept. */
  readonly at: number;
  readonly seconds: (typeof secondsAfterAccept)[number];
  readonly characters: number;
  readonly kept: number;
}

/** How much of what came into files in the editor could be told apart. Characters, white space left out. */
export interface EditorCounts {
  readonly characters: number;
  readonly unknown: number;
}

/** What an editor window saw in one repository since it last told. */
export interface Observed {
  readonly edits: readonly AcceptedEdit[];
  readonly typed: readonly TypedText[];
  readonly afterAccepts: readonly AfterAccept[];
  readonly counts: EditorCounts;
  readonly activity: readonly ActivityInterval[];
}

/** The capture source under which the editor's own contributions are kept. */
export const editorSource = 'editor';

/** The capture source of lines that were typed by hand. */
export const handSource = 'hand';
