/** What tests may ask of the actor: an extension in the same editor that opens files, looks, and makes edits as other extensions do. */
export interface Verbs {
  /** Shows a file, alone, and puts the caret (or a selection) into it; characters from the start of the text. */
  readonly open: (asked: { readonly file: string; readonly from: number; readonly to?: number }) => Document;
  /** The document of a file, or the first cell of a notebook. */
  readonly look: (asked: { readonly file: string }) => Document;
  /** Runs any command of the editor. */
  readonly run: (asked: { readonly command: string; readonly args?: readonly unknown[] }) => null;
  /** Waits until no document and no selection has changed for so many milliseconds. */
  readonly quiet: (asked: { readonly milliseconds: number }) => null;
  /** Changes of documents with content since the start, by path of the file. */
  readonly changes: (asked: Record<string, never>) => Readonly<Record<string, number>>;
  /** Writes a setting of the person and waits until it holds. */
  readonly set: (asked: { readonly name: string; readonly value: unknown }) => null;
  /** Edits as another extension does. */
  readonly edit: (asked: { readonly way: EditWay; readonly file: string; readonly at: number; readonly text: string }) => null;
  /** Saves documents below a folder and closes all editors; waits until the editor has let go of the documents. */
  readonly close: (asked: { readonly folder: string }) => null;
  /** Closes all editors and whatever is open above them; what was not saved is lost. */
  readonly giveUp: (asked: Record<string, never>) => null;
}

/** stream: piece by piece, as an agent's answer arrives. */
export type EditWay = 'workspaceEdit' | 'editorEdit' | 'snippet' | 'stream' | 'characters' | 'fileSystem';

export interface Document {
  readonly text: string;
  readonly dirty: boolean;
  /** Characters from the start of the text; the caret last. Empty where no editor shows the document. */
  readonly selections: readonly (readonly [anchor: number, active: number])[];
}

export interface Asked {
  readonly id: number;
  readonly verb: keyof Verbs;
  readonly asked: unknown;
}

export interface Answered {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}
