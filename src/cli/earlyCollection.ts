/** What deciding needs to know of V8, and to ask of it. */
export interface Collector {
  /** Bytes in use: what is needed, and what is waiting to be collected. */
  readonly used: () => number;
  /** Asks V8 to begin collecting. */
  readonly ask: () => void;
}

/** Bytes that may wait to be collected; of a large heap, this share of what was needed after the last time. */
const waste = 16_000_000;
const wasteShare = 0.2;
/** Below this nobody minds. */
const little = 72_000_000;
const lookEvery = 20;
/** Commands that end sooner make no history's worth of garbage. */
const firstLook = 100;
/** What V8 takes for a reason to begin: more than 64 MB outside its heap since the last time. */
const reason = 70_000_000;

/**
 * When to have garbage collected: V8 by itself lets twice to four times of what is needed pile up, and 64 MB outside
 * its own heap, before it looks.
 *
 *   used   needed ──────► + waste: ask ─── V8 marks beside the work ───► collected: what is needed now
 */
export function collectEarly({ used, ask }: Collector): { readonly look: () => void; readonly collected: () => void } {
  let needed = little;
  let askedAt = 0;
  return {
    look: () => {
      const now = used();
      // what was collected outside the heap is given back a little later
      if (askedAt === 0) needed = Math.max(little, Math.min(needed, now));
      // V8 may be asked too soon after the last time to begin again
      if (now <= Math.max(needed, askedAt) + Math.max(waste, wasteShare * needed)) return;
      askedAt = now;
      ask();
    },
    collected: () => {
      askedAt = 0;
      needed = Math.max(little, used());
    },
  };
}

/**
 * Has V8 collect garbage early in this thread, so that reading a long history takes less memory. There is no asking
 * for it, but a large piece of memory outside the heap is a reason to. Nobody touches it, so it takes no room.
 */
export function collectGarbageEarly(): void {
  setTimeout(begin, firstLook).unref();
}

function begin(): void {
  const v8 = process.getBuiltinModule?.('node:v8');
  if (v8 === undefined) return;
  // nobody holds it when V8 is asked: that it is gone tells that V8 is done
  let sign: object | null = {};
  const { look, collected } = collectEarly({
    used: () => {
      const { used_heap_size: inside, external_memory: outside } = v8.getHeapStatistics();
      return inside + outside;
    },
    ask: () => {
      sign = null;
      // V8 begins at once, and what made it begin is given back
      new ArrayBuffer(reason).transfer(0);
    },
  });
  const signs = new FinalizationRegistry<null>(() => {
    collected();
    sign = {};
    signs.register(sign, null);
  });
  signs.register(sign, null);
  setInterval(look, lookEvery).unref();
}
