import { int32sOf } from './numberBlob.ts';

/** Token fingerprints of the lines of one contribution that still need them, by ordinal: [ordinal, count, tokens…]…  */
export function encodeTokens(tokens: Iterable<readonly [ordinal: number, tokens: Int32Array]>): Uint8Array | null {
  const parts = [...tokens];
  if (parts.length === 0) return null;
  const numbers = new Int32Array(parts.reduce((sum, [, part]) => sum + 2 + part.length, 0));
  let at = 0;
  for (const [ordinal, part] of parts) {
    numbers[at] = ordinal;
    numbers[at + 1] = part.length;
    numbers.set(part, at + 2);
    at += 2 + part.length;
  }
  return new Uint8Array(numbers.buffer);
}

export function decodeTokens(bytes: Uint8Array | null): Map<number, Int32Array> {
  const tokens = new Map<number, Int32Array>();
  if (bytes === null) return tokens;
  const numbers = int32sOf(bytes);
  for (let at = 0; at < numbers.length; ) {
    const from = at + 2;
    const to = from + numbers[at + 1]!;
    tokens.set(numbers[at]!, numbers.subarray(from, to));
    at = to;
  }
  return tokens;
}
