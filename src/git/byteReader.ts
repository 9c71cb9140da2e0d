/** Reads lines and counted bytes in turn from chunks. */
export interface ByteReader {
  /** The next line without its line feed, read as UTF-8; null at the end. */
  line(): Promise<string | null>;
  /** The next bytes, copied out (`keep`) or passed over (null). Throws when there are not as many. */
  take(count: number, keep: boolean): Promise<Buffer | null>;
}

export function byteReader(chunks: AsyncGenerator<Buffer, void>): ByteReader {
  let chunk: Buffer = Buffer.alloc(0);
  let at = 0;
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    chunk = next.value;
    at = 0;
    return true;
  };
  return {
    async line() {
      const parts: Buffer[] = [];
      for (;;) {
        const end = chunk.indexOf(10, at);
        parts.push(chunk.subarray(at, end < 0 ? chunk.length : end));
        at = end < 0 ? chunk.length : end + 1;
        if (end >= 0) return Buffer.concat(parts).toString('utf8');
        if (!(await more())) return parts.some((part) => part.length > 0) ? Buffer.concat(parts).toString('utf8') : null;
      }
    },
    async take(count, keep) {
      const kept = keep ? Buffer.allocUnsafe(count) : null;
      for (let taken = 0; taken < count; ) {
        if (at === chunk.length && !(await more())) throw new Error(`The output of git ends ${count - taken} bytes too early.`);
        const step = Math.min(count - taken, chunk.length - at);
        kept?.set(chunk.subarray(at, at + step), taken);
        taken += step;
        at += step;
      }
      return kept;
    },
  };
}
