/** A set of fingerprints in 16 to 32 bytes each; a `Set` of such large numbers takes about 50. */
export interface PrintSet {
  readonly add: (print: number) => void;
  readonly has: (print: number) => boolean;
}

const smallest = 1024;

/** Open addressing with linear probing; 0 is no fingerprint and marks a free place. */
export function createPrintSet(): PrintSet {
  let slots = new Float64Array(smallest);
  let held = 0;
  const placeOf = (print: number): number => {
    const mask = slots.length - 1;
    // the low 32 bits of a keyed hash are as good as any
    for (let at = print & mask; ; at = (at + 1) & mask) if (slots[at] === print || slots[at] === 0) return at;
  };
  const grow = (): void => {
    const past = slots;
    slots = new Float64Array(2 * past.length);
    for (const print of past) if (print !== 0) slots[placeOf(print)] = print;
  };
  return {
    add: (print) => {
      const at = placeOf(print);
      if (slots[at] !== 0 || print === 0) return;
      slots[at] = print;
      if (++held > slots.length / 2) grow();
    },
    has: (print) => print !== 0 && slots[placeOf(print)] === print,
  };
}
