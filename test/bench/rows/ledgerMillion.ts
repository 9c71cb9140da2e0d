import { rmSync } from 'node:fs';
import { cohorts } from '../../../src/ledger/cohortQuery.ts';
import { comparisonCohorts } from '../../../src/ledger/comparisonRollup.ts';
import { coverage } from '../../../src/ledger/coverage.ts';
import { dismissals } from '../../../src/ledger/dismissals.ts';
import { evidenceContributions, evidenceFiles, evidenceLines, evidenceSessions } from '../../../src/ledger/evidence.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { contributionOutcomes } from '../../../src/ledger/outcomes.ts';
import { day } from '../../../src/model/time.ts';
import { temporaryFolder, openTestLedger } from '../../fixtures/ledgers.ts';
import { atOtherSize, limited } from '../figure.ts';
import { fillLedger, ledgerBytes } from '../fillLedger.ts';
import { median } from '../pairs.ts';
import type { BenchRow } from '../row.ts';

const lines = 1_000_000;
const rounds = 9;

/** Everything the panel asks for, by name. */
function queries(ledger: Ledger, repo: number, now: number): Readonly<Record<string, () => unknown>> {
  const { session } = evidenceSessions(ledger, repo)[0]!;
  const { row } = evidenceContributions(ledger, repo, session)[0]!;
  return {
    cohorts: () => cohorts(ledger, repo),
    'cohorts of 90 days': () => cohorts(ledger, repo, { sinceDay: now - 90 * day }),
    comparison: () => comparisonCohorts(ledger, repo),
    outcomes: () => contributionOutcomes(ledger, repo),
    'outcomes of 90 days': () => contributionOutcomes(ledger, repo, { since: now - 90 * day }),
    coverage: () => coverage(ledger, repo),
    dismissals: () => dismissals(ledger, repo),
    sessions: () => evidenceSessions(ledger, repo),
    'files of a session': () => evidenceFiles(ledger, repo, session),
    'contributions of a session': () => evidenceContributions(ledger, repo, session),
    'lines of a contribution': () => evidenceLines(ledger, repo, row),
  };
}

/** A ledger that holds a million AI lines: its size, and how long the slowest question of the panel takes. */
export const ledgerMillion: BenchRow = {
  name: 'ledger',
  measure: async (bench) => {
    const size = Math.round(lines * bench.scale);
    const folder = temporaryFolder();
    try {
      const file = `${folder}/ledger.sqlite`;
      bench.say(`filling a ledger with ${size.toLocaleString('en')} lines`);
      const { repo, now } = await fillLedger(file, size);
      const bytes = ledgerBytes(folder) / size;
      const ledger = openTestLedger(file, now);
      const counts = `${cohorts(ledger, repo).length.toLocaleString('en')} cohorts, ${contributionOutcomes(ledger, repo).length.toLocaleString('en')} contributions`;
      const taken = Object.entries(queries(ledger, repo, now)).map(([name, query]) => ({ name, ms: median(Array.from({ length: rounds }, () => milliseconds(query))) }));
      ledger.close();
      const sorted = taken.toSorted((one, other) => other.ms - one.ms);
      const figures = [
        limited({ name: `ledger of ${size.toLocaleString('en')} AI lines, a line`, value: bytes, unit: 'bytes', limit: 150, note: counts }),
        limited({ name: 'slowest panel query of that ledger', value: sorted[0]!.ms, unit: 'ms', limit: 20, note: sorted.slice(0, 5).map(({ name, ms }) => `${name} ${ms.toFixed(1)} ms`).join(', ') }),
      ];
      return bench.scale === 1 ? figures : figures.map((figure) => atOtherSize(figure, `${size} of ${lines} lines`));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function milliseconds(query: () => unknown): number {
  const start = performance.now();
  query();
  return performance.now() - start;
}
