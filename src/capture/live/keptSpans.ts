import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { LineMemory, RememberedLine } from './lineMemory.ts';
import { printLines, runsByLine } from './printedLines.ts';
import type { PrintedLines } from './printedLines.ts';
import type { Run } from './spans.ts';

/** What stays of a document that is not open: fingerprints, lengths and origins; no text. */
export interface KeptSpans extends PrintedLines {
  readonly runs: readonly Run[];
  /** Lines it had before, see `LineMemory`. */
  readonly remembered: readonly RememberedLine[];
}

/** @param lines of the text as it is */
export function keepSpans(runs: readonly Run[], lines: PrintedLines, memory: LineMemory): KeptSpans {
  return { ...lines, runs, remembered: memory.all() };
}

/** Spans of the text as it is found again: lines that are still there keep theirs. */
export function reopenSpans(kept: KeptSpans, text: string, memory: LineMemory, key: FingerprintKey): readonly Run[] {
  return memory.replace({ prints: kept.prints, runs: runsByLine(kept.runs, kept.lengths) }, printLines(text, key), false);
}
