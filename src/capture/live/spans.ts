/** Where a character comes from: `unknownOrigin`, typed by hand, or the number of an accepted edit, from `firstAiOrigin` on. */
export type OriginNumber = number;
export const unknownOrigin: OriginNumber = 0;
/** Typed; typed and saved; typed and told to the ledger. */
export const handOrigin: OriginNumber = 1;
export const savedHandOrigin: OriginNumber = 2;
export const toldHandOrigin: OriginNumber = 3;
export const firstAiOrigin: OriginNumber = 4;
/** AI text that the ledger knows; the editor did not see it being accepted. */
export const ledgerAiOrigin: OriginNumber = firstAiOrigin;
/** The numbers of accepted edits begin here. */
export const firstAcceptedOrigin: OriginNumber = firstAiOrigin + 1;

export function isHandOrigin(origin: OriginNumber): boolean {
  return origin > unknownOrigin && origin < firstAiOrigin;
}

export function isAiOrigin(origin: OriginNumber): boolean {
  return origin >= firstAiOrigin;
}

/** Characters in a row of one origin. */
export interface Run {
  readonly length: number;
  readonly origin: OriginNumber;
}

/** The origin of every character of a text, kept as runs. Offsets are UTF-16, as the editor counts. */
export interface Spans {
  readonly length: () => number;
  /** Replaces `removed` characters at `offset`. @returns the runs that were there */
  readonly replace: (offset: number, removed: number, inserted: readonly Run[]) => readonly Run[];
  /** The runs of `[from, to)`, as they are kept. */
  readonly slice: (from: number, to: number) => readonly Run[];
  /** All runs in order; neighbours differ. */
  readonly runs: () => readonly Run[];
  /** Gives every run the origin that `change` says. */
  readonly recolour: (change: (origin: OriginNumber) => OriginNumber) => void;
  /** Whether any character in `[from, to)` has an origin that `wanted` says yes to. */
  readonly some: (from: number, to: number, wanted: (origin: OriginNumber) => boolean) => boolean;
}

/** Runs are kept in chunks, so that a change moves only the runs of one chunk, however many there are. */
interface Chunk {
  length: number;
  readonly lengths: number[];
  readonly origins: OriginNumber[];
}

/** Runs in a chunk, at most. */
const chunkSize = 128;

export function createSpans(first: readonly Run[]): Spans {
  let total = 0;
  const chunks: Chunk[] = [{ length: 0, lengths: [], origins: [] }];

  /** Makes `offset` a border between runs. @returns the chunk, and in it the run that begins there */
  const borderAt = (offset: number): [chunk: number, run: number] => {
    let at = 0;
    let left = offset;
    while (at < chunks.length - 1 && left > chunks[at]!.length) left -= chunks[at++]!.length;
    const { lengths, origins } = chunks[at]!;
    let run = 0;
    while (run < lengths.length && left >= lengths[run]!) left -= lengths[run++]!;
    if (left > 0) {
      lengths.splice(run, 1, left, lengths[run]! - left);
      origins.splice(run, 0, origins[run]!);
      run++;
    }
    return [at, run];
  };

  const take = (offset: number, removed: number): Run[] => {
    borderAt(offset + removed);
    let [at, run] = borderAt(offset);
    const taken: Run[] = [];
    for (let left = removed; left > 0; ) {
      const chunk = chunks[at]!;
      let end = run;
      let sum = 0;
      for (; end < chunk.lengths.length && sum < left; end++) {
        taken.push({ length: chunk.lengths[end]!, origin: chunk.origins[end]! });
        sum += chunk.lengths[end]!;
      }
      chunk.lengths.splice(run, end - run);
      chunk.origins.splice(run, end - run);
      chunk.length -= sum;
      left -= sum;
      run = 0;
      if (chunk.length === 0 && chunks.length > 1) chunks.splice(at, 1);
      else at++;
    }
    total -= removed;
    return taken;
  };

  const put = (offset: number, inserted: readonly Run[]): void => {
    const [at, run] = borderAt(offset);
    const chunk = chunks[at]!;
    for (const [index, { length, origin }] of inserted.entries()) {
      chunk.lengths.splice(run + index, 0, length);
      chunk.origins.splice(run + index, 0, origin);
      chunk.length += length;
      total += length;
    }
    join(chunk, run - 1, run + inserted.length);
    if (chunk.lengths.length > chunkSize) chunks.splice(at, 1, ...split(chunk));
  };

  const spans: Spans = {
    length: () => total,
    replace(offset, removed, inserted) {
      if (offset < 0 || removed < 0 || offset + removed > total) throw new RangeError(`${offset}+${removed} lies outside a text of ${total} characters`);
      const taken = removed === 0 ? [] : take(offset, removed);
      put(offset, inserted.filter(({ length }) => length > 0));
      return taken;
    },
    runs() {
      const all: Chunk = { length: total, lengths: chunks.flatMap(({ lengths }) => lengths), origins: chunks.flatMap(({ origins }) => origins) };
      const runs: { length: number; origin: OriginNumber }[] = [];
      for (const [index, length] of all.lengths.entries()) {
        const last = runs.at(-1);
        if (last !== undefined && last.origin === all.origins[index]) last.length += length;
        else runs.push({ length, origin: all.origins[index]! });
      }
      return runs;
    },
    slice(from, to) {
      const taken: Run[] = [];
      let start = 0;
      for (const { length, lengths, origins } of chunks) {
        if (start >= to) break;
        if (start + length > from) {
          let at = start;
          for (const [index, each] of lengths.entries()) {
            const part = Math.min(at + each, to) - Math.max(at, from);
            if (part > 0) taken.push({ length: part, origin: origins[index]! });
            at += each;
          }
        }
        start += length;
      }
      return taken;
    },
    recolour(change) {
      for (const chunk of chunks) {
        for (const [run, origin] of chunk.origins.entries()) chunk.origins[run] = change(origin);
        join(chunk, 0, chunk.lengths.length - 1);
      }
    },
    some(from, to, wanted) {
      let start = 0;
      for (const chunk of chunks) {
        if (start >= to) return false;
        if (start + chunk.length > from) {
          let at = start;
          for (const [index, length] of chunk.lengths.entries()) {
            if (at < to && at + length > from && wanted(chunk.origins[index]!)) return true;
            at += length;
          }
        }
        start += chunk.length;
      }
      return false;
    },
  };
  spans.replace(0, 0, first);
  return spans;
}

/** Makes one run of neighbours of one origin, between two runs of a chunk (both included, either may not exist). */
function join({ lengths, origins }: Chunk, from: number, to: number): void {
  for (let run = Math.min(to, lengths.length - 1); run > Math.max(from, 0); run--) {
    if (origins[run] !== origins[run - 1]) continue;
    lengths[run - 1]! += lengths[run]!;
    lengths.splice(run, 1);
    origins.splice(run, 1);
  }
}

/** Chunks half as full as they may be, so that the next changes find room. */
function split({ lengths, origins }: Chunk): Chunk[] {
  const half = chunkSize / 2;
  const parts: Chunk[] = [];
  for (let from = 0; from < lengths.length; from += half) {
    const part = lengths.slice(from, from + half);
    parts.push({ length: part.reduce((sum, length) => sum + length, 0), lengths: part, origins: origins.slice(from, from + half) });
  }
  return parts;
}
