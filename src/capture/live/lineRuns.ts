import type { Run } from './spans.ts';

/** One line of a text, without its line feed, and the runs in it: all of them together are as long as the line. */
export interface LineRuns {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** Goes through the lines of a text and its runs side by side, so that the cost is that of reading both once. */
export function* lineRuns(text: string, runs: readonly Run[]): Generator<LineRuns> {
  let at = 0;
  let run = 0;
  /** What is left of the run that was begun. */
  let left = runs[0]?.length ?? 0;
  const take = (length: number): Run[] => {
    const taken: Run[] = [];
    for (let wanted = length; wanted > 0 && run < runs.length; ) {
      const part = Math.min(wanted, left);
      if (part > 0) taken.push({ length: part, origin: runs[run]!.origin });
      wanted -= part;
      left -= part;
      if (left === 0) left = runs[++run]?.length ?? 0;
    }
    return taken;
  };
  for (;;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    yield { text: text.slice(at, end), runs: take(end - at) };
    if (feed < 0) return;
    take(1);
    at = end + 1;
  }
}

/** How many characters of a line, white space left out, are of an origin that `wanted` says yes to. */
export function visibleOf({ text, runs }: LineRuns, wanted: (origin: Run['origin']) => boolean): number {
  return countOf(text, runs, wanted, visible);
}

/** How many letters, digits and the like. */
export function wordCharactersOf({ text, runs }: LineRuns, wanted: (origin: Run['origin']) => boolean): number {
  return countOf(text, runs, wanted, wordCharacters);
}

function countOf(text: string, runs: readonly Run[], wanted: (origin: Run['origin']) => boolean, count: (text: string) => number): number {
  let sum = 0;
  let at = 0;
  for (const { length, origin } of runs) {
    if (wanted(origin)) sum += count(text.slice(at, at + length));
    at += length;
  }
  return sum;
}

function visible(text: string): number {
  return text.replaceAll(/\s+/g, '').length;
}

function wordCharacters(text: string): number {
  return text.replaceAll(/[^\p{L}\p{N}_$]+/gu, '').length;
}
