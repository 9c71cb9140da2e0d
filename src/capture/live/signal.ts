/**
 * What an editor tells about one change of a document, and what the change turns out to be. The text of a change
 * is looked at in memory and goes with it.
 */

/** One piece of a change, in UTF-16 offsets of the document as it was before the change. */
export interface Piece {
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
}

/** The first selection event after a change. */
export interface SelectionSignal {
  readonly kind: 'keyboard' | 'mouse' | 'command' | null;
  /** Where the caret stands; null with several carets or a selection. */
  readonly caret: number | null;
  /** Milliseconds after the change. */
  readonly after: number;
}

/** Why the editor says a text changed, in versions and with settings that tell it. */
export interface DetailedReason {
  readonly source: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A change with everything that came before and after it. Ages are milliseconds before the change; null: not lately. */
export interface ChangeSignal {
  readonly pieces: readonly Piece[];
  readonly reason: 'undo' | 'redo' | null;
  /** Whether the document has unsaved changes since: right away, or told by the next event. */
  readonly dirty: boolean;
  readonly visible: boolean;
  /** The change is one piece, and touches the place where the only caret stood before it. */
  readonly atCaret: boolean;
  readonly selection: SelectionSignal | null;
  /** A paste was announced and this is the first change after it. */
  readonly pasted: boolean;
  /** This command, run by the person's own key in this document, told right after the change that it has run. */
  readonly acceptCommand: 'whole' | 'word' | null;
  /** Age of the last write to the file by someone else than the editor. */
  readonly diskAge: number | null;
  /** Age of the last move of the repository's HEAD; 0 when it came right after the change. */
  readonly headAge: number | null;
  readonly detailed: DetailedReason | null;
}

export const changeKinds = [
  'typed', 'paste', 'undo', 'redo', 'removal', 'whitespace', 'reload', 'checkout', 'revert', 'rename', 'codeAction', 'format', 'snippet', 'suggestItem',
  'editorCommand', 'inlineAccept', 'wordAccept', 'nextEdit', 'chatEdit', 'inlineChatEdit', 'hiddenEdit', 'unknown',
] as const;
/**
 * - removal: takes away only; whitespace: brings nothing but white space. Neither has an origin.
 * - reload: the file was written on disk, by an agent or anyone; checkout: by git, as HEAD moved with it
 * - revert: given back what the file holds, without a write
 * - hiddenEdit: an extension edited a file that no editor shows
 */
export type ChangeKind = (typeof changeKinds)[number];

/** Kinds whose text an AI tool gave and a person accepted, the editor being witness. */
const aiKinds: ReadonlySet<ChangeKind> = new Set(['inlineAccept', 'wordAccept', 'nextEdit', 'chatEdit', 'inlineChatEdit']);

export function isAiKind(kind: ChangeKind): boolean {
  return aiKinds.has(kind);
}
