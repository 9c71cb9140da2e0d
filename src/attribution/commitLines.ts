import { asciiTokens, takeAscii } from '../capture/text/asciiLine.ts';
import { fingerprintBytes, fingerprintLooseBytes, fingerprintText, looseText, tokenFingerprints } from '../model/fingerprint.ts';
import type { Fingerprint, FingerprintKey } from '../model/fingerprint.ts';
import type { Tier } from '../model/fate.ts';
import { lexicalTokens, lineClassifier } from '../model/lineText.ts';
import type { FilePatch, PatchHunk, PatchLines } from '../model/patch.ts';

/** A line of a commit's diff, removed or added. Text, tokens and flags are worked out when first asked for. */
export interface DiffLine {
  readonly file: DiffFile;
  /** Index of its hunk within the file. */
  readonly hunk: number;
  /** 1-based number in the old file (removed) or the new file (added). */
  readonly number: number;
  readonly print: Fingerprint;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  loose: Fingerprint | null;
  tokens: Int32Array | null;
  flags: number | null;
}

/** A line that the commit took away: it had an id in the parent's file map. */
export interface RemovedLine extends DiffLine {
  readonly id: number;
  /** Where it lives on in this commit, if it does. */
  heir: AddedLine | null;
}

/** How an added line came by its id; null while it is nobody's. */
export type Claim =
  | { readonly by: 'parent' }
  | { readonly by: 'line'; readonly from: RemovedLine; readonly change: 'kept' | 'moved' | 'reformatted' | 'edited'; readonly retained: number; readonly similarity: number }
  | { readonly by: 'contribution'; readonly line: number; readonly tier: Tier; readonly moved: boolean; readonly retained: number; readonly similarity: number };

export interface AddedLine extends DiffLine {
  /** The id it will have in the new file map. */
  id: number;
  claim: Claim | null;
}

/** Where a hunk's lines stand in `removed` and `added`; ends are exclusive. */
export interface HunkLines {
  readonly removed: readonly [from: number, to: number];
  readonly added: readonly [from: number, to: number];
}

/** One file of a commit that somebody's lines may be in. */
export interface DiffFile {
  readonly patch: FilePatch;
  /** New path, or the old one for a deleted file. */
  readonly path: string;
  readonly removed: readonly RemovedLine[];
  readonly added: readonly AddedLine[];
  readonly hunks: readonly HunkLines[];
}

/** Turns bytes of the diff into what lines are compared by. */
export interface LineReader {
  readonly text: (line: DiffLine) => string;
  readonly loose: (line: DiffLine) => Fingerprint;
  readonly tokens: (line: DiffLine) => Int32Array;
  readonly flags: (line: DiffLine) => number;
  /** Token fingerprints of `,` and `;`. */
  readonly separators: ReadonlySet<number>;
}

const decoder = new TextDecoder('utf-8');

export function createLineReader(key: FingerprintKey): LineReader {
  const text = ({ bytes, start, end }: DiffLine): string => textOf(bytes, start, end);
  return {
    text,
    loose: (line) => (line.loose ??= loosePrintOf(key, line.bytes, line.start, line.end)),
    tokens: (line) => (line.tokens ??= tokensOf(key, line)),
    flags: (line) => {
      if (line.flags === null) classify(line, text);
      return line.flags ?? 0;
    },
    separators: new Set(tokenFingerprints(key, [',', ';'])),
  };
}

/** A decoder costs more than most lines are long; nearly all are ASCII. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  return bytes instanceof Buffer && isAscii(bytes, start, end) ? bytes.toString('latin1', start, end) : decoder.decode(bytes.subarray(start, end));
}

function tokensOf(key: FingerprintKey, { bytes, start, end }: DiffLine): Int32Array {
  const length = takeAscii(bytes, start, end);
  return length < 0 ? tokenFingerprints(key, lexicalTokens(textOf(bytes, start, end))) : asciiTokens(key, length);
}

/** Reads the hunk's side in order, since a block comment stays open from line to line. */
function classify(line: DiffLine, text: (line: DiffLine) => string): void {
  const { removed, added } = line.file.hunks[line.hunk]!;
  const flagsOf = lineClassifier(line.file.path);
  for (let at = removed[0]; at < removed[1]; at++) line.file.removed[at]!.flags = flagsOf(text(line.file.removed[at]!));
  const flagsOfAdded = lineClassifier(line.file.path);
  for (let at = added[0]; at < added[1]; at++) line.file.added[at]!.flags = flagsOfAdded(text(line.file.added[at]!));
}

/**
 * Fingerprint of each line of one side of a hunk. Bytes that are no UTF-8 are read as an editor
 * reads them (U+FFFD), since that is what agents' logs hold.
 */
export function printsOf(key: FingerprintKey, lines: PatchLines): Float64Array {
  const prints = new Float64Array(lines.starts.length);
  for (let at = 0; at < prints.length; at++) prints[at] = printOf(key, lines.bytes, lines.starts[at]!, lines.ends[at]!);
  return prints;
}

function printOf(key: FingerprintKey, bytes: Uint8Array, start: number, end: number): Fingerprint {
  // the rare line beyond ASCII: one decode tells whether it is valid
  return isAscii(bytes, start, end) ? fingerprintBytes(key, bytes, start, end) : fingerprintText(key, decoder.decode(bytes.subarray(start, end)));
}

/** Fingerprint of the loose text of a line. */
export function loosePrintOf(key: FingerprintKey, bytes: Uint8Array, start: number, end: number): Fingerprint {
  return fingerprintLooseBytes(key, bytes, start, end) || fingerprintText(key, looseText(decoder.decode(bytes.subarray(start, end))));
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}

/** Builds the line objects of a file's diff; `idOf` gives the ids that the removed lines had. */
export function diffFile(patch: FilePatch, key: FingerprintKey, idOf: (oldLine: number) => number): DiffFile {
  const removed: RemovedLine[] = [];
  const added: AddedLine[] = [];
  const hunks: HunkLines[] = [];
  const file: DiffFile = { patch, path: patch.newPath ?? patch.oldPath ?? '', removed, added, hunks };
  for (let hunk = 0; hunk < patch.hunks.length; hunk++) {
    const [firstRemoved, firstAdded] = [removed.length, added.length];
    addHunk(file, hunk, patch.hunks[hunk]!, key, idOf, removed, added);
    hunks.push({ removed: [firstRemoved, removed.length], added: [firstAdded, added.length] });
  }
  return file;
}

function addHunk(file: DiffFile, hunk: number, { oldStart, newStart, removed: old, added: fresh }: PatchHunk, key: FingerprintKey, idOf: (oldLine: number) => number, removed: RemovedLine[], added: AddedLine[]): void {
  for (let at = 0; at < old.starts.length; at++) {
    const start = old.starts[at]!;
    const end = old.ends[at]!;
    removed.push({ file, hunk, number: oldStart + at, print: printOf(key, old.bytes, start, end), bytes: old.bytes, start, end, loose: null, tokens: null, flags: null, id: idOf(oldStart + at), heir: null });
  }
  for (let at = 0; at < fresh.starts.length; at++) {
    const start = fresh.starts[at]!;
    const end = fresh.ends[at]!;
    added.push({ file, hunk, number: newStart + at, print: printOf(key, fresh.bytes, start, end), bytes: fresh.bytes, start, end, loose: null, tokens: null, flags: null, id: 0, claim: null });
  }
}
