import { fingerprintBytes } from '../../model/fingerprint.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';

/*
 * Nearly all lines of source are short and ASCII. Their fingerprints are worked out from one copy of their bytes,
 * without a text for each token: a first scan makes millions of them.
 */

/** The bytes of the line that was taken last. */
export const asciiBytes = new Uint8Array(2048);

/** Copies a line's bytes. @returns how many; -1 when it is not ASCII, or too long */
export function readAscii(text: string): number {
  const { length } = text;
  if (length > asciiBytes.length) return -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return -1;
    asciiBytes[at] = code;
  }
  return length;
}

/** The same with bytes. */
export function takeAscii(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > asciiBytes.length) return -1;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code > 127) return -1;
    asciiBytes[at - from] = code;
  }
  return to - from;
}

const word = 1;
const space = 2;
/** What each ASCII character is to the lexer: part of a word, white space, or (0) a token by itself. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => (/[\p{L}\p{N}_$]/u.test(String.fromCharCode(code)) ? word : /\s/.test(String.fromCharCode(code)) ? space : 0));

let ends = new Int32Array(256);
const none = new Int32Array(0);

/** Token fingerprints of the line that was taken last: the same as those of `lexicalTokens`. */
export function asciiTokens(key: FingerprintKey, length: number): Int32Array {
  if (2 * length > ends.length) ends = new Int32Array(4 * length);
  let count = 0;
  for (let at = 0; at < length; ) {
    const from = at;
    const kind = kinds[asciiBytes[at++]!]!;
    if (kind === space) continue;
    if (kind === word) while (at < length && kinds[asciiBytes[at]!] === word) at++;
    ends[2 * count] = from;
    ends[2 * count + 1] = at;
    count++;
  }
  if (count === 0) return none;
  const marks = marksOf(key);
  const tokens = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    const from = ends[2 * token]!;
    const to = ends[2 * token + 1]!;
    tokens[token] = to - from === 1 ? marks[asciiBytes[from]!]! : fingerprintBytes(key, asciiBytes, from, to) | 0;
  }
  return tokens;
}

const marks = new WeakMap<FingerprintKey, Int32Array>();

/** Fingerprints of the tokens of one character: half of all tokens. */
function marksOf(key: FingerprintKey): Int32Array {
  let known = marks.get(key);
  if (known === undefined) {
    const each = Uint8Array.from({ length: 128 }, (_, code) => code);
    known = Int32Array.from(each, (code) => fingerprintBytes(key, each, code, code + 1) | 0);
    marks.set(key, known);
  }
  return known;
}
