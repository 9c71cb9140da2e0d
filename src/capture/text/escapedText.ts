import type { Replacement } from './replacement.ts';

/**
 * A text as it stands inside a JSON string, escapes and all. Agents log the whole file beside each edit, which makes
 * most bytes of a log; where one piece of it is asked for, only the lines around that piece have to be unescaped.
 */
export interface EscapedText {
  readonly escaped: string;
}

/** Null when it is no valid JSON string: then nobody knows the text. */
export function plainText({ escaped }: EscapedText): string | null {
  try {
    return JSON.parse(`"${escaped}"`) as string;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The whole lines around the first piece that a replacement replaces. */
export interface Surroundings {
  /** All lines before them. */
  readonly before: EscapedText;
  readonly lines: string;
  /** Where the piece begins and ends in `lines`. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the piece without unescaping the text. Null when the text has to be looked at as a whole: it is not there in
 * the very form `JSON.stringify` gives it, or the text has escapes that can be written in several ways.
 */
export function surroundingsOf({ escaped }: EscapedText, { from, to, all }: Replacement): Surroundings | null {
  if (all || from === '') return null;
  const wanted = escapedForm(from);
  // deleting a whole line's text takes its line end along
  const withEnd = to === '' && !from.endsWith('\n') ? indexIn(escaped, `${wanted}\\n`, 0) : -1;
  const start = withEnd >= 0 ? withEnd : indexIn(escaped, wanted, 0);
  if (start < 0) return null;
  const end = start + wanted.length + (withEnd >= 0 ? 2 : 0);
  // an earlier piece, or the line end behind one, could be written in another way
  const head = to === '' && withEnd < 0 ? escaped : escaped.slice(0, end);
  if (head.includes('\\u') || (from.includes('/') && head.includes('\\/'))) return null;
  const first = lineStart(escaped, start);
  const feed = indexIn(escaped, '\\n', end);
  const before = plainText({ escaped: escaped.slice(first, start) });
  const piece = plainText({ escaped: escaped.slice(start, end) });
  const rest = plainText({ escaped: escaped.slice(end, feed < 0 ? escaped.length : feed + 2) });
  if (before === null || piece === null || rest === null) return null;
  return { before: { escaped: escaped.slice(0, first) }, lines: before + piece + rest, start: before.length, end: before.length + piece.length };
}

function escapedForm(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** First occurrence that begins with a character, not in the middle of an escape; -1 without any. */
function indexIn(escaped: string, wanted: string, from: number): number {
  let at = escaped.indexOf(wanted, from);
  while (at >= 0 && isInsideEscape(escaped, at)) at = escaped.indexOf(wanted, at + 1);
  return at;
}

function lineStart(escaped: string, before: number): number {
  for (let at = before; at > 0; ) {
    at = escaped.lastIndexOf('\\n', at - 1);
    if (at < 0) return 0;
    if (at + 2 <= before && !isInsideEscape(escaped, at)) return at + 2;
  }
  return 0;
}

/** Backslashes come in pairs, but for one that begins an escape. */
function isInsideEscape(escaped: string, at: number): boolean {
  let slashes = 0;
  while (escaped.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}
