/** One line of the table. `ratio` and `against` say what else was measured in the same run. */
export interface Figure {
  readonly name: string;
  /** Null when it could not be measured; `note` then says why. */
  readonly value: number | null;
  readonly unit: 'ms' | 'MB' | 'KB' | 'bytes' | '×';
  readonly ratio: number | null;
  readonly against: string | null;
  /** What design.md asks for, in words. */
  readonly budget: string;
  /** Null when there was nothing to measure, or it was measured at another size than the budget speaks of. */
  readonly holds: boolean | null;
  readonly note?: string;
}

/** A figure whose value itself has the budget. */
export function limited(figure: Omit<Figure, 'ratio' | 'against' | 'holds' | 'value' | 'budget'> & { readonly value: number; readonly limit: number }): Figure {
  const { limit, ...facts } = figure;
  return { ...facts, ratio: null, against: null, budget: `≤ ${limit.toLocaleString('en')} ${figure.unit}`, holds: figure.value <= limit };
}

/** A figure whose ratio to something measured in the same run has the budget. */
export function compared(figure: Omit<Figure, 'ratio' | 'holds' | 'value' | 'against' | 'budget'> & { readonly value: number; readonly base: number; readonly against: string; readonly limit: number }): Figure {
  const { base, limit, ...facts } = figure;
  const ratio = figure.value / base;
  return { ...facts, ratio, budget: `≤ ${limit} ×`, holds: ratio <= limit };
}

export function missing(name: string, unit: Figure['unit'], budget: string, why: string): Figure {
  return { name, value: null, unit, ratio: null, against: null, budget, holds: null, note: why };
}

/** What is measured at another size says nothing about the budget. */
export function atOtherSize(figure: Figure, size: string): Figure {
  return { ...figure, holds: null, note: [size, figure.note].filter((part) => part !== undefined).join('; ') };
}
