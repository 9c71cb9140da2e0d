/** Words and single punctuation characters, as the design defines lexical tokens. */
export function tokensOf(text: string): string[] {
  return text.match(/[A-Za-z0-9_$\u00aa-\uffff]+|[^\sA-Za-z0-9_$\u00aa-\uffff]/g) ?? [];
}

/** Length of the longest common subsequence. */
export function commonLength<T>(a: readonly T[], b: readonly T[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const row = [0];
    b.forEach((other, j) => row.push(one === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0)));
    above = row;
  }
  return above[b.length] ?? 0;
}

/** 2·LCS/(a+b) over lexical tokens: 1 for equal, 0 for nothing in common. */
export function similarity(a: string, b: string): number {
  const [x, y] = [tokensOf(a), tokensOf(b)];
  return x.length + y.length === 0 ? 1 : (2 * commonLength(x, y)) / (x.length + y.length);
}

/** Share of the tokens of `before` that `after` still has, in order. */
export function retainedShare(before: string, after: string): number {
  const tokens = tokensOf(before);
  return tokens.length === 0 ? 1 : commonLength(tokens, tokensOf(after)) / tokens.length;
}

const keywords = new Set(
  'break case catch class const continue def default do elif else end except export extends finally for from func function if import in is let new nil none not null or package pass return static struct switch this throw true false try type undefined var void while with yield async await'.split(' '),
);
const excludedPath = /(^|\/)(package-lock\.json|yarn\.lock|go\.sum|node_modules\/|vendor\/|dist\/|__snapshots__\/)|\.min\.js$|\.snap$|\.generated\.|\.pb\.go$/;

/** Counts as evidence: not blank, not comment-only, three word characters, more than keywords, not in an excluded file. */
export function isEffective(path: string, text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || excludedPath.test(path)) return false;
  if (path.endsWith('.py') ? trimmed.startsWith('#') : /^(\/\/|\/\*|\*\/|\* )/.test(trimmed)) return false;
  const words = trimmed.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.join('').length >= 3 && words.some((word) => !keywords.has(word.toLowerCase()));
}
