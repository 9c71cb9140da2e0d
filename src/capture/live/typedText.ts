import { isMostly, textOfLines } from './acceptedText.ts';
import type { TextOfLines } from './acceptedText.ts';
import { wordCharactersOf } from './lineRuns.ts';
import type { LineRuns } from './lineRuns.ts';
import { handOrigin, isAiOrigin, isHandOrigin, savedHandOrigin } from './spans.ts';
import type { OriginNumber, Run } from './spans.ts';

/**
 * The lines of a text that a person typed and that were not told yet: most of their letters and digits were typed,
 * some of them since the last time, and they are not an accepted edit's.
 * @returns null when there is none
 */
export function typedText(text: string, runs: readonly Run[]): TextOfLines | null {
  return textOfLines(text, runs, isTyped);
}

function isTyped(line: LineRuns): boolean {
  if (wordCharactersOf(line, isUntold) === 0) return false;
  return 2 * wordCharactersOf(line, isHandOrigin) > wordCharactersOf(line, () => true) && !isMostly(line, isAiOrigin);
}

/** Typed, and not told yet. */
export function isUntold(origin: OriginNumber): boolean {
  return origin === handOrigin || origin === savedHandOrigin;
}
