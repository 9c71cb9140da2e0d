/** Bit flags that say why a line is not evidence by itself. Zero means an effective line. */
export const lineFlags = {
  blank: 1,
  comment: 2,
  /** Fewer than three word characters, or only keywords and punctuation; follows its neighbours. */
  trivial: 4,
  /** In a lock, generated, vendored, minified or snapshot file. */
  excluded: 8,
  /** Repeats a block that already was in the repository. */
  duplicate: 16,
} as const;

/** An effective line is one that no flag speaks against. */
export function isEffective(flags: number): boolean {
  return flags === 0;
}

/** Blank and trivial lines are matched only beside neighbours that match. */
export function followsNeighbours(flags: number): boolean {
  return (flags & (lineFlags.blank | lineFlags.trivial)) !== 0;
}

const tokenPattern = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu;

/** Lexical tokens of a line of source text: words, and single punctuation characters. */
export function lexicalTokens(text: string): string[] {
  return text.match(tokenPattern) ?? [];
}

// Words that carry no information of their own in most languages; a line of nothing else is trivial.
const keywords = new Set(
  ('abstract async await begin break case catch class const continue def default defer del do elif else elsif end endif ensure enum esac except export ' +
    'extends fi final finally fn for from func function go goto if impl import in interface is let loop match mod module mut new nil none not null of or ' +
    'package pass private protected pub public raise readonly rescue return select self static struct super switch then this throw throws true try type ' +
    'undef unless until use using var void when where while with yield false true string int bool').split(' '),
);

const wordPattern = /[\p{L}\p{N}_$]+/gu;

function isTrivialText(trimmed: string): boolean {
  let characters = 0;
  let onlyKeywords = true;
  // asked for every line that is looked at: most lines are told by their first two words
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(trimmed); match !== null; match = wordPattern.exec(trimmed)) {
    const [word] = match;
    characters += word.length;
    onlyKeywords &&= keywords.has(word) || keywords.has(word.toLowerCase());
    if (characters >= 3 && !onlyKeywords) return false;
  }
  return true;
}

const slashComments = ['//', '/*', '*/', '* '] as const;
const hashComments = ['#'] as const;
const commentStarts: Readonly<Record<string, readonly string[]>> = {
  py: hashComments, rb: hashComments, sh: hashComments, bash: hashComments, zsh: hashComments, fish: hashComments, yaml: hashComments, yml: hashComments,
  toml: hashComments, r: hashComments, pl: hashComments, ex: hashComments, exs: hashComments, nix: hashComments, mk: hashComments, tf: ['#', '//'],
  sql: ['--', '/*'], lua: ['--'], hs: ['--'], elm: ['--'], ini: [';', '#'], lisp: [';'], clj: [';'], el: [';'], vim: ['"'],
  html: ['<!--'], xml: ['<!--'], svg: ['<!--'], vue: ['<!--', '//', '/*', '*/', '* '], svelte: ['<!--', '//', '/*', '*/', '* '],
  css: ['/*', '*/', '* '], php: ['#', ...slashComments], md: ['<!--'], txt: [],
};

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:makefile|dockerfile|gemfile|rakefile|justfile|\.gitignore|\.env)/i.test(name)) return 'sh';
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/**
 * Flags of each line of a file, read in order: a block comment stays open from line to line.
 * @returns a function from a line's text to its blank, comment and trivial flags
 */
export function lineClassifier(path: string): (text: string) => number {
  const extension = extensionOf(path);
  const starts = commentStarts[extension] ?? (extension === '' ? hashComments : slashComments);
  const blocks = starts.includes('/*');
  let insideBlock = false;
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '') return lineFlags.blank;
    if (insideBlock) {
      insideBlock = !trimmed.includes('*/');
      return lineFlags.comment;
    }
    if (blocks && trimmed.startsWith('/*')) {
      const close = trimmed.indexOf('*/', 2);
      insideBlock = close < 0;
      if (close < 0 || close === trimmed.length - 2) return lineFlags.comment;
    }
    if (trimmed === '*' || starts.some((start) => trimmed.startsWith(start) && !(start === '#' && /^#(?:include|define|if|else|endif|\[|!\[)/.test(trimmed)))) return lineFlags.comment;
    return isTrivialText(trimmed) ? lineFlags.trivial : 0;
  };
}
