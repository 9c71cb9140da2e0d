/**
 * Keyed fingerprints of source text. The ledger holds these in place of text.
 *
 * HalfSipHash-1-3 with 64 bits of output (Aumasson and Bernstein, "SipHash: a fast short-input PRF";
 * the half variant works on 32-bit words, which is what JavaScript is fast at). 52 bits are kept, so
 * that a fingerprint is an exact number: among a million lines the chance of one collision is about 1e-4.
 */
export interface FingerprintKey {
  readonly k0: number;
  readonly k1: number;
}

/** A 52-bit keyed hash; 0 is never a fingerprint and stands for "none". */
export type Fingerprint = number;

/** Reads a key from at least 8 secret bytes. */
export function fingerprintKey(bytes: Uint8Array): FingerprintKey {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { k0: view.getInt32(0, true), k1: view.getInt32(4, true) };
}

/** Fingerprint of the bytes `from` up to `to`, exactly as they stand. */
export function fingerprintBytes(key: FingerprintKey, bytes: Uint8Array, from: number, to: number): Fingerprint {
  let v0 = key.k0;
  let v1 = key.k1 ^ 0xee;
  let v2 = key.k0 ^ 0x6c796765;
  let v3 = key.k1 ^ 0x74656462;
  const length = to - from;
  const whole = to - (length & 3);
  let word = 0;
  for (let at = from; ; at += 4) {
    if (at < whole) {
      word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    } else {
      word = length << 24;
      if (to - whole > 2) word |= bytes[whole + 2]! << 16;
      if (to - whole > 1) word |= bytes[whole + 1]! << 8;
      if (to - whole > 0) word |= bytes[whole]!;
    }
    v3 ^= word;
    v0 = (v0 + v1) | 0; v1 = (v1 << 5) | (v1 >>> 27); v1 ^= v0; v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0; v3 = (v3 << 8) | (v3 >>> 24); v3 ^= v2;
    v0 = (v0 + v3) | 0; v3 = (v3 << 7) | (v3 >>> 25); v3 ^= v0;
    v2 = (v2 + v1) | 0; v1 = (v1 << 13) | (v1 >>> 19); v1 ^= v2; v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
    if (at >= whole) break;
  }
  v2 ^= 0xee;
  let low = 0;
  for (let round = 0; round < 6; round++) {
    if (round === 3) {
      low = (v1 ^ v3) >>> 0;
      v1 ^= 0xdd;
    }
    v0 = (v0 + v1) | 0; v1 = (v1 << 5) | (v1 >>> 27); v1 ^= v0; v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0; v3 = (v3 << 8) | (v3 >>> 24); v3 ^= v2;
    v0 = (v0 + v3) | 0; v3 = (v3 << 7) | (v3 >>> 25); v3 ^= v0;
    v2 = (v2 + v1) | 0; v1 = (v1 << 13) | (v1 >>> 19); v1 ^= v2; v2 = (v2 << 16) | (v2 >>> 16);
  }
  const high = (v1 ^ v3) & 0xfffff;
  return high * 0x100000000 + low || 1;
}

const encoder = new TextEncoder();

// Nearly all lines and tokens are short ASCII: no encoder call and no memory for those.
const scratch = new Uint8Array(1024);

/** Fingerprint of a text's UTF-8 bytes. */
export function fingerprintText(key: FingerprintKey, text: string): Fingerprint {
  const length = text.length;
  let at = 0;
  if (length <= scratch.length) {
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) break;
      scratch[at] = code;
    }
    if (at === length) return fingerprintBytes(key, scratch, 0, length);
  }
  const bytes = encoder.encode(text);
  return fingerprintBytes(key, bytes, 0, bytes.length);
}

const wordCharacter = /[\p{L}\p{N}_$]/u;

/**
 * The text without the white space that no lexer needs: none at the ends, none beside punctuation,
 * one space between two words. Two lines of the same loose text have the same lexical tokens.
 */
export function looseText(text: string): string {
  return text.trim().replace(/\s+/g, (space, at: number, whole: string) => {
    const before = whole[at - 1] ?? '';
    const after = whole[at + space.length] ?? '';
    return wordCharacter.test(before) && wordCharacter.test(after) ? ' ' : '';
  });
}

let packed = new Uint8Array(1024);

/**
 * Fingerprint of the loose text of a line of ASCII bytes, without decoding it: histories have many lines.
 * The same as `fingerprintText(key, looseText(line))`; 0 when a byte is not ASCII.
 */
export function fingerprintLooseBytes(key: FingerprintKey, bytes: Uint8Array, from: number, to: number): Fingerprint {
  if (packed.length < to - from) packed = new Uint8Array(2 * (to - from));
  let length = 0;
  let space = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte > 127) return 0;
    if (byte === 32 || (byte >= 9 && byte <= 13)) {
      space = true;
      continue;
    }
    if (space && length > 0 && isWordByte(byte) && isWordByte(packed[length - 1]!)) packed[length++] = 32;
    space = false;
    packed[length++] = byte;
  }
  return fingerprintBytes(key, packed, 0, length);
}

function isWordByte(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95 || byte === 36;
}

/** 32-bit keyed fingerprints of lexical tokens, in order. */
export function tokenFingerprints(key: FingerprintKey, tokens: readonly string[]): Int32Array {
  const result = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) result[at] = fingerprintText(key, tokens[at]!) | 0;
  return result;
}
