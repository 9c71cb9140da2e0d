/** One replacement of text by text, as an edit tool makes it. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
  /** Every occurrence, instead of the first. */
  readonly all: boolean;
}

/** Where a replacement applies. */
export interface ReplacedPieces {
  /** The text they were found in: the original, with line feeds only where the tool saw it so. */
  readonly original: string;
  /** `[start, end)` of each piece in it, in order. UTF-16 offsets. */
  readonly pieces: readonly (readonly [start: number, end: number])[];
}

/** Finds what a replacement replaces. Null when there is nothing. */
export function findPieces(original: string, replacement: Replacement): ReplacedPieces | null {
  // Edit tools see line feeds only, also where the file on disk has carriage returns.
  return findIn(original, replacement) ?? (original.includes('\r\n') ? findIn(original.replaceAll('\r\n', '\n'), replacement) : null);
}

/** Applies replacements one after the other. Null when one of them finds nothing to replace. */
export function applyReplacements(original: string, replacements: readonly Replacement[]): string | null {
  let text = original;
  for (const replacement of replacements) {
    const found = findPieces(text, replacement);
    if (found === null) return null;
    text = replacePieces(found, replacement.to, 0, found.original.length);
  }
  return text;
}

/** The part `[from, to)` of the original with the pieces inside it replaced. */
export function replacePieces({ original, pieces }: ReplacedPieces, by: string, from: number, to: number): string {
  let text = '';
  let read = from;
  for (const [start, end] of pieces) {
    if (start < from || end > to) continue;
    text += original.slice(read, start) + by;
    read = end;
  }
  return text + original.slice(read, to);
}

function findIn(original: string, replacement: Replacement): ReplacedPieces | null {
  const { to, all } = replacement;
  // An empty old string fills an empty file; elsewhere there is no telling where it went.
  if (replacement.from === '') return original === '' ? { original, pieces: [[0, 0]] } : null;
  // Deleting a whole line's text takes its line end along.
  const takesEnd = to === '' && !replacement.from.endsWith('\n') && original.includes(`${replacement.from}\n`);
  const from = takesEnd ? `${replacement.from}\n` : replacement.from;
  const pieces: [number, number][] = [];
  for (let at = original.indexOf(from); at >= 0; at = all ? original.indexOf(from, at + from.length) : -1) pieces.push([at, at + from.length]);
  return pieces.length === 0 ? null : { original, pieces };
}
