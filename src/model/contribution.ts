import type { Fingerprint } from './fingerprint.ts';
import type { Grade } from './provenance.ts';

export type Operation = 'create' | 'edit' | 'delete' | 'rename';

/** One inserted line, as it will be looked for in commits. Never text. */
export interface InsertedLine {
  /** Of the line without its line end. */
  readonly fingerprint: Fingerprint;
  /** Of the same line without insignificant white space. */
  readonly loose: Fingerprint;
  /** Of its lexical tokens in order. Dropped once the line is committed: from then on git holds the text. */
  readonly tokens: Int32Array;
  /** `lineFlags`, without `duplicate`. */
  readonly flags: number;
}

/** The tool of lines that a person was seen typing: none. The names of AI tools are never empty. */
export const handTool = '';

/** Whether lines were typed by hand. They are followed like AI lines, and counted in no figure about AI. */
export function isHand({ tool }: { readonly tool: string }): boolean {
  return tool === handTool;
}

/** One accepted edit by an AI tool to one file, or lines typed there by hand. Rejected and failed edits are not contributions. */
export interface Contribution {
  /** Stable: the same edit read twice (log copied by a resumed session, log and disk) has the same id. */
  readonly id: string;
  /** The source that read it, e.g. `claude-code`. */
  readonly source: string;
  /** The AI tool, e.g. `claude`; `handTool` for lines typed by hand. */
  readonly tool: string;
  readonly model: string | null;
  readonly session: string;
  /** UTC ms at which the edit was confirmed. */
  readonly at: number;
  /** Relative to the repository's top, `/` between parts, Unicode NFC. */
  readonly path: string;
  /** Top of the working tree it was written in (absolute), which may be gone by now. */
  readonly worktree: string;
  /** The branch the agent named, if it did. With the local day it makes the episode. */
  readonly branch: string | null;
  readonly operation: Operation;
  readonly grade: Grade;
  /** False only for attested lines in other people's commits. */
  readonly mine: boolean;
  readonly inserted: readonly InsertedLine[];
  /** Loose fingerprints of the lines it took away, in order (blank lines left out). */
  readonly removed: readonly Fingerprint[];
}

/** Lines of one commit's version of one file that a record in git attests to an AI tool. */
export interface Attestation {
  readonly commit: string;
  readonly path: string;
  /** 1-based, inclusive, ascending, not overlapping. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly source: string;
  readonly tool: string;
  readonly model: string | null;
  readonly session: string;
}
