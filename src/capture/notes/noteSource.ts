import type { Attestation } from '../../model/contribution.ts';
import type { LineRange } from './lineRanges.ts';

/** Lines of a commit's file that a record in git attests to a person. */
export interface HandAttestation {
  readonly commit: string;
  readonly path: string;
  readonly ranges: readonly LineRange[];
  readonly source: string;
  readonly origin: 'hand';
}

/** What one commit's note says. No line is in two ranges. */
export interface NoteReading {
  readonly attestations: readonly Attestation[];
  readonly hand: readonly HandAttestation[];
  /** Entries whose key is of no known kind: their lines stay unknown. */
  readonly unknownKeys: number;
  /** Lines of the note that could not be read, and metadata that is no JSON. */
  readonly unreadable: number;
}

/** An AI session as notes name it. */
export interface NoteAgent {
  readonly tool: string;
  readonly model: string | null;
  readonly session: string;
}

/** A kind of record that lies in git beside the commits. A registry lists them. */
export interface NoteSource {
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** The ref its notes hang on. */
  readonly ref: string;
  /** Which parts of the format were seen in real records. Shown by `sources`. */
  readonly verified: string;
  /** The note without what nobody asks of it, as text of its own: some hold whole conversations, of megabytes. It reads the same. */
  readonly brief: (note: string) => string;
  /** AI sessions a note describes, by their key. A note may refer to one that another commit's note describes. */
  readonly agents: (note: string) => ReadonlyMap<string, NoteAgent>;
  /** `known` holds the sessions of all notes, for keys that this one does not describe. */
  readonly parse: (note: string, commit: string, known: ReadonlyMap<string, NoteAgent>) => NoteReading;
}

/** Reads all notes of a ref, each key's session looked up in whichever note describes it. */
export function parseNotes(source: NoteSource, notes: readonly { readonly commit: string; readonly text: string }[]): NoteReading[] {
  const known = new Map<string, NoteAgent>();
  for (const { text } of notes) for (const [key, agent] of source.agents(text)) if (!known.has(key)) known.set(key, agent);
  return notes.map(({ commit, text }) => source.parse(text, commit, known));
}
