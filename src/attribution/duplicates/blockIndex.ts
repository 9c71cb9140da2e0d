/** A text in which a wanted shingle stands. */
export interface Sighting {
  readonly shingle: number;
  readonly path: string;
  /** UTC ms from which on it stood there. */
  readonly at: number;
}

/** What is remembered of one text: where and when it stood, and how many shingles of it are kept. */
export interface IndexedText {
  readonly path: string;
  readonly at: number;
  readonly shingles: number;
}

/**
 * The texts that were in the repository, by their shingles, packed and only ever appended to:
 *
 *   path       u32 number of the path; a new one is followed by u32 length and its UTF-8 bytes
 *   at         f64, UTC ms
 *   shingles   u32 how many, then u32 each
 *
 * It answers where a block may stand; whether it does is read from git.
 */
export interface BlockIndex {
  /** Remembers a text. The very same one twice is one. */
  readonly add: (path: string, at: number, shingles: readonly number[]) => void;
  readonly find: (wanted: ReadonlySet<number>) => Sighting[];
  readonly texts: () => IndexedText[];
  /** Bytes to make it from again; null while nothing was added since. */
  readonly encode: () => Uint8Array | null;
}

/** Beyond this size nothing more is remembered: about four million lines. */
const maxBytes = 16 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function createBlockIndex(known: Uint8Array | null): BlockIndex {
  let bytes = known === null ? new Uint8Array(64 * 1024) : known.slice();
  let view = new DataView(bytes.buffer);
  let end = known?.length ?? 0;
  let changed = false;
  const paths: string[] = [];
  const numbers = new Map<string, number>();
  /** Digests of the texts; null until the first is to be added: most scans add none, and those kept are many. */
  let seen: Set<string> | null = null;

  const enterPath = (path: string): void => {
    numbers.set(path, paths.length);
    paths.push(path);
  };
  const reserve = (more: number): void => {
    if (end + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * bytes.length, end + more));
    wider.set(bytes.subarray(0, end));
    bytes = wider;
    view = new DataView(bytes.buffer);
  };
  const each = (visit: (path: number, at: number, from: number, count: number) => void): void => {
    for (let offset = 0, texts = 0; offset < end; ) {
      const path = view.getUint32(offset, true);
      offset += 4;
      if (path === texts) {
        const length = view.getUint32(offset, true);
        if (paths.length === texts) enterPath(decoder.decode(bytes.subarray(offset + 4, offset + 4 + length)));
        offset += 4 + length;
        texts++;
      }
      const count = view.getUint32(offset + 8, true);
      visit(path, view.getFloat64(offset, true), offset + 12, count);
      offset += 12 + 4 * count;
    }
  };
  const digests = (): Set<string> => {
    const all = new Set<string>();
    each((path, at, from, count) => {
      let digest = 0;
      for (let offset = from; offset < from + 4 * count; offset += 4) digest = fold(digest, view.getUint32(offset, true));
      all.add(`${path} ${at} ${count} ${digest}`);
    });
    return all;
  };

  return {
    add(path, at, shingles) {
      if (shingles.length === 0) return;
      seen ??= digests();
      const encoded = encoder.encode(path);
      const size = 20 + encoded.length + 4 * shingles.length;
      if (end + size > maxBytes) return;
      const fresh = !numbers.has(path);
      const name = `${numbers.get(path) ?? paths.length} ${at} ${shingles.length} ${shingles.reduce(fold, 0)}`;
      if (seen.has(name)) return;
      seen.add(name);
      if (fresh) enterPath(path);
      reserve(size);
      view.setUint32(end, numbers.get(path)!, true);
      end += 4;
      if (fresh) {
        view.setUint32(end, encoded.length, true);
        bytes.set(encoded, end + 4);
        end += 4 + encoded.length;
      }
      view.setFloat64(end, at, true);
      view.setUint32(end + 8, shingles.length, true);
      end += 12;
      for (const shingle of shingles) {
        view.setUint32(end, shingle, true);
        end += 4;
      }
      changed = true;
    },
    find(wanted) {
      const found: Sighting[] = [];
      if (wanted.size === 0) return found;
      // nearly every shingle is told apart by its lowest bits
      const bits = new Uint8Array(1 << 16);
      for (const shingle of wanted) bits[shingle & 0xffff] = 1;
      each((path, at, from, count) => {
        for (let offset = from; offset < from + 4 * count; offset += 4) {
          const shingle = view.getUint32(offset, true);
          if (bits[shingle & 0xffff] === 1 && wanted.has(shingle)) found.push({ shingle, path: paths[path]!, at });
        }
      });
      return found;
    },
    texts() {
      const all: IndexedText[] = [];
      each((path, at, _from, count) => void all.push({ path: paths[path]!, at, shingles: count }));
      return all;
    },
    encode: () => (changed ? bytes.slice(0, end) : null),
  };
}

/** One step of MurmurHash3 (x86, 32 bit): two texts that differ in a few shingles only must not be taken for one. */
function fold(digest: number, shingle: number): number {
  const scrambled = Math.imul(rotate(Math.imul(shingle, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(digest ^ scrambled, 13), 5) + 0xe6546b64) | 0;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
