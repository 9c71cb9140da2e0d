/*
 * The simulator's own picture of source text. A document is a list of lines that carry identities;
 * every operation hands the identities on, so nothing is ever found out by comparing texts afterwards.
 *
 *   AiLine    one line as an agent wrote it                    (the thing whose fate is asked for)
 *   Line      one physical line of one version of a document   (immutable; `key` stays while it lives)
 *   Carried   what a physical line still holds of an AiLine    (wrapping: one AiLine on two Lines;
 *                                                               unwrapping: two AiLines on one Line)
 */

/** Who does something in the simulated repository. `ai` is an agent used by `me`. */
export type Actor = 'me' | 'ai' | 'mate';
export type Cause = 'me' | 'me with AI' | 'someone else';

export const causeOf: Readonly<Record<Actor, Cause>> = { me: 'me', ai: 'me with AI', mate: 'someone else' };

export type AiLine = {
  readonly id: number;
  readonly contribution: string;
  readonly path: string;
  readonly text: string;
  /** UTC ms of the edit that wrote it. */
  readonly writtenAt: number;
};

export type Carried = {
  readonly line: AiLine;
  readonly editedBy: Cause | null;
  readonly moved: boolean;
  readonly reformatted: boolean;
};

export type Line = {
  readonly key: number;
  /** Without the line feed; a carriage return belongs to the text. */
  readonly text: string;
  readonly origin: 'ai' | 'hand' | 'other';
  readonly carries: readonly Carried[];
  /** Came into being as a copy of another line: whose it is cannot be said. */
  readonly copied?: boolean;
  /** Key of that line. */
  readonly copyOf?: number;
};

export type FileState = {
  /** Stays through renames. */
  readonly fid: number;
  readonly lines: readonly Line[];
  readonly latin1?: boolean;
};

export type Tree = ReadonlyMap<string, FileState>;

/** The end of an AI line, as the operation that ended it saw it. */
export type Kill = { readonly fate: 'rewritten' | 'deleted' | 'reverted' | 'dropped'; readonly by: Cause };

/** The bytes of a file as they stand on disk. */
export function bytesOf(file: FileState): Buffer {
  return Buffer.from(file.lines.map(({ text }) => `${text}\n`).join(''), file.latin1 ? 'latin1' : 'utf8');
}

/** Ids of the AI lines that live anywhere in a tree, each with one physical line that carries it. */
export function carriedIn(tree: Tree): Map<number, Carried> {
  const found = new Map<number, Carried>();
  for (const file of tree.values()) {
    for (const line of file.lines) for (const carried of line.carries) if (!found.has(carried.line.id)) found.set(carried.line.id, carried);
  }
  return found;
}

/** A line after a change of its text that leaves it the same line. */
export function changed(line: Line, text: string, mark: Partial<Omit<Carried, 'line'>>): Line {
  return { ...line, text, carries: line.carries.map((carried) => ({ ...carried, ...mark })) };
}
