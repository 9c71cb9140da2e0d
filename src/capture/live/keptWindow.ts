import type { LookedAt } from './afterAccepts.ts';
import type { KeptSpans } from './keptSpans.ts';
import type { RememberedLine } from './lineMemory.ts';
import type { KeptByWindow } from './liveCapture.ts';
import type { Run } from './spans.ts';

/*
 * What a window leaves to the next one, as text for a file. Lists are kept as words, which are read much faster
 * than lists of JSON:
 *
 *     {"version":1,"nextOrigin":9,"documents":[["/repo/a.ts",{"prints":"17 42","lengths":"9 4","runs":"9:1 4:0","remembered":[[99,"5:4",false]]}]],"accepts":[…]}
 */
const version = 1;

/** More lines than this are not kept; documents that were used last come first. */
const mostLines = 100_000;

export function writeKept({ nextOrigin, documents, accepts }: KeptByWindow): string {
  let lines = 0;
  const fit = documents.toReversed().filter(([, { prints }]) => (lines += prints.length) <= mostLines);
  return JSON.stringify({
    version,
    nextOrigin,
    accepts,
    documents: fit.toReversed().map(([file, { prints, lengths, runs, remembered }]) => [
      file,
      { prints: prints.join(' '), lengths: lengths.join(' '), runs: writeRuns(runs), remembered: remembered.map(([print, its, away]) => [print, writeRuns(its), away]) },
    ]),
  });
}

/** Null for what was not written by this version: then everything begins anew. */
export function readKept(text: string): KeptByWindow | null {
  const value = parsed(text);
  if (value === null || value['version'] !== version || !isCount(value['nextOrigin']) || !Array.isArray(value['documents'])) return null;
  const accepts = Array.isArray(value['accepts']) ? value['accepts'].flatMap(readAccept) : [];
  return { nextOrigin: value['nextOrigin'], documents: value['documents'].flatMap(readDocument), accepts };
}

function readDocument(pair: unknown): (readonly [string, KeptSpans])[] {
  if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'object' || pair[1] === null) return [];
  const { prints, lengths, runs, remembered } = pair[1] as Record<string, unknown>;
  const spans = { prints: words(prints).map(Number), lengths: words(lengths).map(Number), runs: readRuns(runs), remembered: Array.isArray(remembered) ? remembered.flatMap(readRemembered) : [] };
  return isWhole(spans) ? [[pair[0], spans]] : [];
}

function readRemembered(line: unknown): RememberedLine[] {
  return Array.isArray(line) && isCount(line[0]) ? [[line[0], readRuns(line[1]), line[2] === true]] : [];
}

function readAccept(value: unknown): LookedAt[] {
  if (typeof value !== 'object' || value === null) return [];
  const { file, root, origin, tool, at, characters, kept, told } = value as Partial<LookedAt>;
  if (typeof file !== 'string' || typeof root !== 'string' || typeof tool !== 'string' || !isCount(origin) || !isCount(at) || !isCount(characters) || !isCount(told)) return [];
  return Array.isArray(kept) && kept.every((each) => each === null || isCount(each)) ? [{ file, root, origin, tool, at, characters, kept, told }] : [];
}

/** Every line has its print and its length, and the runs are as long as the lines. */
function isWhole({ prints, lengths, runs, remembered }: KeptSpans): boolean {
  const numbers = [...prints, ...lengths, ...[runs, ...remembered.map(([, its]) => its)].flat().flatMap(({ length, origin }) => [length, origin])];
  return prints.length === lengths.length && numbers.every(isCount) && sum(lengths) === sum(runs.map(({ length }) => length));
}

function writeRuns(runs: readonly Run[]): string {
  return runs.map(({ length, origin }) => `${length}:${origin}`).join(' ');
}

function readRuns(text: unknown): Run[] {
  return words(text).map((word) => {
    const [length, origin] = word.split(':');
    return { length: Number(length), origin: Number(origin) };
  });
}

function words(text: unknown): string[] {
  return typeof text !== 'string' || text === '' ? [] : text.split(' ');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
