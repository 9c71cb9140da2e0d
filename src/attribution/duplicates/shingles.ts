/**
 * A block is the same text again from this many effective lines on. Six lines are the smallest clone in the
 * benchmark that clone detectors are compared by (Bellon et al., "Comparison and evaluation of clone detection
 * tools", 2007); shorter repetitions are idiom more often than copy.
 */
export const blockLines = 6;

/** And of this many lexical tokens, the least that the usual token-based detectors report: six names of an import list are no copy. */
export const blockTokens = 50;

/** So many lines make a shingle, and of so many neighbouring shingles one is kept. */
const shingleLines = 5;
const windowShingles = blockLines - shingleLines + 1;

/** Shingles of whole blocks as 32-bit numbers, in order. Same lines, same numbers, wherever they stand. */
export function allShingles(prints: ArrayLike<number>): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, prints.length - shingleLines + 1));
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0;
    for (let line = at; line < at + shingleLines; line++) {
      const print = prints[line]!;
      hash = mix(mix(hash, print | 0), (print / 0x100000000) | 0);
    }
    shingles[at] = hash;
  }
  return shingles;
}

/** Two rounds of MurmurHash3's body. */
function mix(hash: number, word: number): number {
  let scrambled = Math.imul(word, 0xcc9e2d51);
  scrambled = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  const turned = hash ^ scrambled;
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}

/**
 * The shingles by which a text is remembered and found again: the smallest of every window ("winnowing",
 * Schleimer, Wilkerson and Aiken, 2003). Two texts that share `blockLines` lines in a row share one of them.
 *
 *   lines      a b c d e f g h          shingles of five: abcde bcdef cdefg defgh
 *   windows    [abcde bcdef] [bcdef cdefg] [cdefg defgh]         the smallest of each is kept once
 *
 * @param prints loose fingerprints of the lines that are not blank, in order
 */
export function selectedShingles(prints: ArrayLike<number>): number[] {
  const shingles = allShingles(prints);
  const selected: number[] = [];
  let last = -1;
  for (let end = windowShingles; end <= shingles.length; end++) {
    let least = end - windowShingles;
    for (let at = least + 1; at < end; at++) if (shingles[at]! <= shingles[least]!) least = at;
    if (least === last) continue;
    last = least;
    selected.push(shingles[least]!);
  }
  return selected;
}
