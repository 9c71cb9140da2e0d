import { lineRuns, visibleOf } from './lineRuns.ts';
import type { LineRuns } from './lineRuns.ts';
import type { OriginNumber, Run } from './spans.ts';

/** A text without some of its lines, and with them. */
export interface TextOfLines {
  readonly before: string;
  readonly after: string;
}

/**
 * The lines of a text that an accepted edit gave it: those in which at least half of the characters (white space left
 * out) are its own. Someone who types most of a line and accepts a closing bracket wrote the line.
 * @returns null when there is none
 */
export function acceptedText(text: string, runs: readonly Run[], origin: OriginNumber): TextOfLines | null {
  return textOfLines(text, runs, (line) => isMostly(line, (one) => one === origin));
}

/** Whether at least half of a line is of an origin. */
export function isMostly(line: LineRuns, wanted: (origin: OriginNumber) => boolean): boolean {
  const own = visibleOf(line, wanted);
  return own > 0 && 2 * own >= visibleOf(line, () => true);
}

/** The text and what is left of it without the lines that `wanted` says yes to; null when there is none. */
export function textOfLines(text: string, runs: readonly Run[], wanted: (line: LineRuns) => boolean): TextOfLines | null {
  const kept: string[] = [];
  let any = false;
  for (const line of lineRuns(text, runs)) {
    if (wanted(line)) any = true;
    else kept.push(line.text);
  }
  return any ? { before: kept.join('\n'), after: text } : null;
}
