/** Numbers as bytes in a row, little-endian as every machine that Node runs on today. */
export function float64Bytes(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(numbers).buffer);
}

export function float64sOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(aligned(bytes, 8), 0, bytes.byteLength / 8);
}

export function int32sOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(aligned(bytes, 4), 0, bytes.byteLength / 4);
}

/** SQLite's bytes begin anywhere; typed arrays want multiples of their width. */
function aligned(bytes: Uint8Array, width: number): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteOffset === 0 && byteLength % width === 0 && buffer instanceof ArrayBuffer) return buffer;
  return bytes.slice().buffer;
}

/** A commit id as its 20 or 32 bytes; none at all for "no commit". */
export function commitBytes(commit: string | null): Uint8Array {
  return commit === null ? new Uint8Array(0) : Buffer.from(commit, 'hex');
}

export function commitOf(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
