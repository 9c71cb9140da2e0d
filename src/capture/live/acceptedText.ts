import type { OriginNumber, Run } from './spans.ts';

/** A text without the lines that an accepted edit gave it, and with them. */
export interface AcceptedText {
  readonly before: string;
  readonly after: string;
}

/**
 * The lines of a text that an accepted edit gave it: those in which at least half of the characters (white space left
 * out) are its own. Someone who types most of a line and accepts a closing bracket wrote the line.
 * @returns null when there is none
 */
export function acceptedText(text: string, runs: readonly Run[], origin: OriginNumber): AcceptedText | null {
  const own = ownCharacters(runs, origin);
  const kept: string[] = [];
  let any = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (isOwn(text, start, end, own)) any = true;
    else kept.push(line);
    start = end + 1;
  }
  return any ? { before: kept.join('\n'), after: text } : null;
}

type Range = readonly [from: number, to: number];

function ownCharacters(runs: readonly Run[], origin: OriginNumber): readonly Range[] {
  const ranges: Range[] = [];
  let at = 0;
  for (const run of runs) {
    if (run.origin === origin) ranges.push([at, at + run.length]);
    at += run.length;
  }
  return ranges;
}

function isOwn(text: string, from: number, to: number, ranges: readonly Range[]): boolean {
  let own = 0;
  for (const [start, end] of ranges) if (start < to && end > from) own += visible(text.slice(Math.max(start, from), Math.min(end, to)));
  return own > 0 && 2 * own >= visible(text.slice(from, to));
}

function visible(text: string): number {
  return text.replaceAll(/\s+/g, '').length;
}
