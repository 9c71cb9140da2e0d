/** A set of short ASCII words that can be recognised where they stand in bytes, without making a text. */
export interface ByteWords {
  /** The word that stands from `from` to the quote after it; null when it is none of them. */
  readonly at: (bytes: Uint8Array, from: number, to: number) => string | null;
}

const quote = 34;

export function byteWords(words: Iterable<string>): ByteWords {
  const byFirst: { readonly word: string; readonly codes: Uint8Array }[][] = Array.from({ length: 256 }, () => []);
  for (const word of words) byFirst[word.charCodeAt(0)]!.push({ word, codes: Uint8Array.from(`${word}"`, (letter) => letter.charCodeAt(0)) });
  return {
    at(bytes, from, to) {
      if (from >= to || bytes[from] === quote) return null;
      for (const { word, codes } of byFirst[bytes[from]!]!) if (from + codes.length <= to && sameBytes(bytes, from, codes)) return word;
      return null;
    },
  };
}

/** Whether `pattern` stands in `bytes` at `from`. For patterns of a few hundred bytes this beats a call of native code. */
export function sameBytes(bytes: Uint8Array, from: number, pattern: Uint8Array): boolean {
  for (let at = 0; at < pattern.length; at++) if (bytes[from + at] !== pattern[at]) return false;
  return true;
}
