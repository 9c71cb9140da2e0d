import { asObject, asText } from '../../json.ts';

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Applies an editor's text edits, all of whose ranges (1-based lines and columns) are places in the text as it
 * was before any of them. Null when one has no range, or two overlap.
 */
export function applyTextEdits(text: string, edits: readonly unknown[]): string | null {
  const starts = lineStarts(text);
  const pieces: Piece[] = [];
  for (const one of edits) {
    const edit = asObject(one);
    const range = asObject(edit?.['range']);
    const put = asText(edit?.['text']);
    const from = placeOf(range?.['startLineNumber'], range?.['startColumn'], starts, text.length);
    const to = placeOf(range?.['endLineNumber'], range?.['endColumn'], starts, text.length);
    if (put === null || from === null || to === null || to < from) return null;
    pieces.push({ from, to, text: put });
  }
  // Pieces put in at one place stay in their order.
  pieces.sort((left, right) => left.from - right.from || left.to - right.to);
  let result = '';
  let at = 0;
  for (const piece of pieces) {
    if (piece.from < at) return null;
    result += text.slice(at, piece.from) + piece.text;
    at = piece.to;
  }
  return result + text.slice(at);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Editors move a place beyond a line's or the text's end to that end. */
function placeOf(line: unknown, column: unknown, starts: readonly number[], length: number): number | null {
  if (typeof line !== 'number' || typeof column !== 'number' || !(line >= 1) || !(column >= 1)) return null;
  const start = starts[Math.floor(line) - 1];
  if (start === undefined) return length;
  const next = starts[Math.floor(line)];
  return Math.min(start + Math.floor(column) - 1, next === undefined ? length : next - 1);
}
