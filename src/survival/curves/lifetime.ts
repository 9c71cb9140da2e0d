/**
 * Rows of lines that lived the same life, in whole days after their merge.
 *
 *   day      0    1    2    3    4    5
 *            |----|----|----|----|----|
 *   entry 1, exit 4, cause 0:  seen from the start of day 1; at risk on days 1 to 4; died on day 4
 *   entry 0, exit 2, censored: at risk on days 0 to 2; still alive when last seen on day 2
 */
export interface Lifetime {
  /** First whole day on which it was watched (left truncation); 0 when watched from its merge. */
  readonly entry: number;
  /** Day of its death, or the last day it was seen alive. A row with `exit` < `entry` was never watched. */
  readonly exit: number;
  /** Index of the cause of death, or `censored`. */
  readonly cause: number;
  /** How many lines. */
  readonly weight: number;
  /** Lines of one cluster die together; the bootstrap resamples clusters. */
  readonly cluster: string;
}

/** The cause of a row that is still alive, or lost from sight. */
export const censored = -1;
