/** Lines that a formatter joined into one: the riders share the life of the line they were joined to. */
export interface Riders {
  readonly of: (line: number) => readonly number[];
  readonly add: (line: number, rider: number) => void;
  /** [line, rider] pairs, for the ledger. */
  readonly pairs: () => readonly (readonly [number, number])[];
}

export function createRiders(known: readonly (readonly [number, number])[]): Riders {
  const byLine = new Map<number, number[]>();
  const pairs: (readonly [number, number])[] = [];
  const add = (line: number, rider: number): void => {
    const list = byLine.get(line) ?? [];
    // a branch may be read again after it grew
    if (list.includes(rider)) return;
    list.push(rider, ...(byLine.get(rider) ?? []));
    byLine.set(line, list);
    pairs.push([line, rider]);
  };
  for (const [line, rider] of known) add(line, rider);
  return { of: (line) => byLine.get(line) ?? [], add, pairs: () => pairs };
}
