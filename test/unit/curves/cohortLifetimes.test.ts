import assert from 'node:assert/strict';
import type { Cohort } from '../../../src/model/cohort.ts';
import { day } from '../../../src/model/time.ts';
import { aiLifetimes, comparisonLifetimes } from '../../../src/survival/curves/cohortLifetimes.ts';
import { censored } from '../../../src/survival/curves/lifetime.ts';

const start = Date.UTC(2026, 0, 1);
const watched = { since: start, knownUntil: start + 60 * day };

function cohort(fields: Partial<Cohort>): Cohort {
  return {
    episode: 'main\n2026-01-01', tool: 'claude', grade: 'recorded', mine: true, effective: true, writtenDay: start, committedAt: start, pushedAt: null,
    mergedAt: start, diedAt: null, fate: 'kept', cause: null, changes: 0, tier: 'exact', lines: 7, retained: 7, ...fields,
  };
}

describe('cohortLifetimes', () => {
  it('counts days from the merge and censors what lives at knownUntil', () => {
    assert.deepEqual(aiLifetimes([cohort({ mergedAt: start + 10 * day })], watched), [{ entry: 0, exit: 50, cause: censored, weight: 7, cluster: 'main\n2026-01-01' }]);
  });

  it('tells deaths with their cause', () => {
    const [row] = aiLifetimes([cohort({ fate: 'rewritten', cause: 'someone else', diedAt: start + 2.5 * day })], watched);
    assert.equal(row?.exit, 2);
    assert.equal(row?.cause, 2);
  });

  it('watches lines merged before the window from its start only', () => {
    const [late] = aiLifetimes([cohort({ mergedAt: start - 9.5 * day })], watched);
    assert.equal(late?.entry, 10);
    assert.deepEqual(aiLifetimes([cohort({ mergedAt: start - 9 * day, fate: 'deleted', cause: 'me', diedAt: start - day })], watched), []);
  });

  it('does not know what happens after knownUntil', () => {
    const [row] = aiLifetimes([cohort({ fate: 'deleted', cause: 'me', diedAt: start + 61 * day })], watched);
    assert.deepEqual([row?.exit, row?.cause], [60, censored]);
    assert.deepEqual(aiLifetimes([cohort({ mergedAt: start + 61 * day })], watched), []);
  });

  it('censors lines lost from sight, and leaves out lines that were never merged', () => {
    const [lost] = aiLifetimes([cohort({ fate: 'unknown', cause: 'unknown', diedAt: start + 3 * day })], watched);
    assert.deepEqual([lost?.exit, lost?.cause], [3, censored]);
    assert.deepEqual(aiLifetimes([cohort({ mergedAt: null })], watched), []);
  });

  it('takes a death before the merge as one on the day of the merge', () => {
    const [row] = aiLifetimes([cohort({ fate: 'deleted', cause: 'me', diedAt: start - 1000 })], { ...watched, since: 0 });
    assert.equal(row?.exit, 0);
  });

  it('clusters comparison lines by the day of their merge', () => {
    const rows = comparisonLifetimes([{ origin: 'unknown', mergedAt: start + 1, diedAt: null, lines: 3 }, { origin: 'unknown', mergedAt: start + 2, diedAt: start + day, lines: 4 }], watched);
    assert.deepEqual(rows.map((row) => [row.exit, row.cause, row.weight]), [[59, censored, 3], [0, 0, 4]]);
    assert.equal(rows[0]?.cluster, rows[1]?.cluster);
  });
});
