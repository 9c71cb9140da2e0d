import type { Bench } from './bench.ts';
import type { Figure } from './figure.ts';

/** One row of the budget table; it may take several figures to tell. */
export interface BenchRow {
  /** For `--only`. */
  readonly name: string;
  readonly measure: (bench: Bench) => Promise<readonly Figure[]>;
}
