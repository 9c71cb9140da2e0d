import { parseRanges } from './lineRanges.ts';
import type { LineRange } from './lineRanges.ts';

/** Lines of one file that a note gives to one key. */
export interface NoteEntry {
  readonly path: string;
  readonly key: string;
  readonly ranges: readonly LineRange[];
}

export interface NoteText {
  /** In the note's order. */
  readonly entries: readonly NoteEntry[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly unreadable: number;
}

/**
 * The two parts of a note:
 *
 *   src/a.rs                                    a path; in quotes when it holds white space
 *     s_33fc001b7ca69a::t_2c617caad3d259 1-10,15
 *     h_0123456789abcd 20-22
 *   ---                                         the first line that is only this
 *   { "schema_version": "authorship/3.0.0", "sessions": {…}, "prompts": {…}, "humans": {…} }
 */
export function parseNoteText(note: string): NoteText {
  const lines = note.split(/\r?\n/);
  const divider = lines.indexOf('---');
  const entries: NoteEntry[] = [];
  let unreadable = 0;
  let path: string | null = null;
  for (const line of divider < 0 ? lines : lines.slice(0, divider)) {
    if (line.trim() === '') continue;
    if (!/^\s/.test(line)) {
      path = unquoted(line.trimEnd()).normalize('NFC');
      continue;
    }
    const match = /^\s+(\S+)\s+(\S.*)$/.exec(line);
    const ranges = match === null ? null : parseRanges(match[2]!);
    if (path === null || match === null || ranges === null) unreadable++;
    else entries.push({ path, key: match[1]!, ranges });
  }
  const metadata = divider < 0 ? null : parseMetadata(lines.slice(divider + 1).join('\n'));
  return { entries, metadata: metadata ?? {}, unreadable: metadata === null ? unreadable + 1 : unreadable };
}

/**
 * The note with other metadata. The result shares no memory with the note: a piece of a text keeps all of it.
 */
export function withMetadata(note: string, change: (metadata: Readonly<Record<string, unknown>>) => object): string {
  const divider = /(?:^|\n)---\r?(?:\n|$)/.exec(note);
  if (divider === null) return Buffer.from(note).toString();
  const metadata = parseMetadata(note.slice(divider.index + divider[0].length));
  return Buffer.from(`${note.slice(0, divider.index)}\n---\n${metadata === null ? '' : JSON.stringify(change(metadata))}`).toString();
}

function parseMetadata(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A path as it is, without quotes and the escapes git uses inside them (octal ones stand for bytes). */
function unquoted(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  const bytes: number[] = [];
  for (const [part, octal, letter] of inner.matchAll(/\\([0-7]{3})|\\([abtnvfr"\\])|[^\\]+|\\/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (letter !== undefined) bytes.push(escapes[letter]!);
    else bytes.push(...Buffer.from(part));
  }
  return Buffer.from(bytes).toString('utf8');
}
