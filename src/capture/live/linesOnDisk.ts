import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { LineMemory } from './lineMemory.ts';
import { printLines, runsByLine, unknownRun } from './printedLines.ts';
import type { PrintedLines } from './printedLines.ts';
import type { Piece } from './signal.ts';
import type { Run } from './spans.ts';

/**
 * The lines of a document without unsaved changes. An editor that takes a file up again says only where the first
 * and the last changed line are: with the lines known, those in between that stayed keep their origins.
 *
 *     lines      a b c d e        the editor: [b … e) is now  b x d
 *     runs       . H H A .        by lines:    b stays H, x is unknown, d stays A, c is remembered
 */
export interface LinesOnDisk {
  /** The document is as the file: with this text. `known`: something is known of its origins. */
  readonly are: (text: string, known: boolean) => void;
  readonly areKnown: () => boolean;
  /** The document was changed since. */
  readonly areUnknown: () => void;
  /** The runs of text that came from the file in place of the runs `was`; `away`: with another branch. */
  readonly reloaded: (piece: Piece, was: readonly Run[], away: boolean) => readonly Run[];
}

export function linesOnDisk(memory: LineMemory, key: FingerprintKey): LinesOnDisk {
  let lines: PrintedLines | null = null;

  /** The number of the line that begins at an offset; null when none does. */
  const lineAt = ({ lengths }: PrintedLines, offset: number, from = 0, start = 0): number | null => {
    let at = start;
    for (let line = from; ; line++) {
      if (at === offset) return line;
      if (at > offset || line === lengths.length) return null;
      at += lengths[line]!;
    }
  };
  return {
    are(text, known) {
      // Only what is known, or was, has something to lose.
      lines = known || !memory.isEmpty() ? printLines(text, key) : null;
    },
    areKnown: () => lines !== null,
    areUnknown() {
      lines = null;
    },
    reloaded({ offset, removed, text }, was, away) {
      const known = lines;
      lines = null;
      const from = known === null ? null : lineAt(known, offset);
      const to = from === null ? null : lineAt(known!, offset + removed, from, offset);
      const endsLine = text === '' || text.endsWith('\n') || to === known?.lengths.length;
      if (known === null || from === null || to === null || !endsLine) return [unknownRun(text.length)];
      const now = printLines(text, key);
      lines = { prints: [...known.prints.slice(0, from), ...now.prints, ...known.prints.slice(to)], lengths: [...known.lengths.slice(0, from), ...now.lengths, ...known.lengths.slice(to)] };
      const lengths = known.lengths.slice(from, to);
      return memory.replace({ prints: known.prints.slice(from, to), runs: runsByLine(was, lengths) }, now, away);
    },
  };
}
