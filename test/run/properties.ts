import fc from 'fast-check';

/**
 * The same random values in every run, so that one commit is always judged alike. `PROPERTY_SEED=7` (or `random`) looks
 * further, `PROPERTY_RUNS=5000` longer, where a property does not set its own number.
 */
const { PROPERTY_SEED: seed = '20260101', PROPERTY_RUNS: runs } = process.env;
fc.configureGlobal({
  ...(seed === 'random' ? {} : { seed: Number(seed) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
