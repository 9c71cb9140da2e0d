import { lineClassifier } from '../../src/model/lineText.ts';

/** Who took a line away. */
export type Remover = 'me' | 'me with AI' | 'someone else';

/** One line an AI tool inserted: the truth that the product has to find again. */
export type AiLine = {
  /** Path at the time of writing. */
  path: string;
  at: number;
  mine: boolean;
  tool: string;
  /** Not blank, comment, trivial, or in an excluded file. */
  effective: boolean;
  committed: boolean;
  merged: boolean;
  removedBy: Remover | null;
};

/**
 * A line of a file. The same `AiLine` follows its text through edits, formatting and moves:
 *
 *   { text: '  a(b);', ai: X }  ──format──►  { text: '\ta(b);', ai: X, reformatted: true }
 */
export type Line = { text: string; ai: AiLine | null; edited?: boolean; moved?: boolean; reformatted?: boolean };

export const excludedPaths = /(?:^|\/)package-lock\.json$|^src\/generated\/|\.ipynb$/;

export function newAiLine(path: string, text: string, at: number, tool: string, mine: boolean): AiLine {
  const effective = !excludedPaths.test(path) && lineClassifier(path)(text) === 0;
  return { path, at, mine, tool, effective, committed: false, merged: false, removedBy: null };
}

/**
 * Replaces lines [start, end) by new texts. Lines equal in both (longest common subsequence)
 * stay the lines they were, as any diff would say; the others are made by `make`.
 */
export function replaceLines(
  lines: readonly Line[], start: number, end: number, texts: readonly string[], make: (text: string) => Line, remover: Remover,
): Line[] {
  const old = lines.slice(start, end);
  const table = commonLengths(old, texts);
  const middle: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < texts.length) {
    const was = old[i];
    const text = texts[j];
    if (was && text !== undefined && was.text === text) {
      middle.push(was);
      i++;
      j++;
    } else if (text !== undefined && (!was || at(table, i, j + 1) >= at(table, i + 1, j))) {
      middle.push(make(text));
      j++;
    } else {
      if (was?.ai) was.ai.removedBy = remover;
      i++;
    }
  }
  return [...lines.slice(0, start), ...middle, ...lines.slice(end)];
}

/** table[i][j]: length of the longest common subsequence of old[i…] and texts[j…]. */
function commonLengths(old: readonly Line[], texts: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: texts.length + 1 }, () => 0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = texts.length - 1; j >= 0; j--) {
      const row = table[i] as number[];
      row[j] = old[i]?.text === texts[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

const texts = new WeakMap<readonly Line[], string>();

/** The file's text. Line arrays are never changed in place, so it is made once for each. */
export function textOf(lines: readonly Line[]): string {
  let text = texts.get(lines);
  if (text === undefined) texts.set(lines, (text = lines.map((line) => `${line.text}\n`).join('')));
  return text;
}
