import { runNode } from '../child.ts';
import type { Figure } from '../figure.ts';
import { generatedHistory } from '../history/generated.ts';
import { realTeam } from '../history/realTeam.ts';
import { interleaved } from '../pairs.ts';
import type { BenchRow } from '../row.ts';
import { scan, scanEnvironment, startUp, withLedger } from '../scanTarget.ts';

const limit = 100;

/** A scan when nothing is new: the real team's where it is, else a generated project's. */
export const secondScan: BenchRow = {
  name: 'second-scan',
  measure: async (bench) => {
    const team = await realTeam(bench.say);
    const target = team ?? (await generatedHistory({ commits: 2000, days: 120, logDays: 120, files: 200 }, bench.say));
    const cli = bench.cli().file;
    return await withLedger(async (ledger) => {
      await scan(cli, target, ledger);
      const times = await interleaved(2 * bench.pairs + 1, {
        scan: async () => {
          const { ms, summary } = await scan(cli, target, ledger);
          if (summary.logs.bytesRead > 0 || summary.commitsRead > 0) throw new Error('A scan with nothing new read something.');
          return ms;
        },
        version: () => startUp(cli, target),
        node: async () => (await runNode(['-e', '0'], { env: scanEnvironment(target) })).ms,
      });
      const what = `second scan, ${team === null ? 'generated project' : 'real team'}, beyond`;
      const beyond = (name: string, base: number): Figure => ({
        name: `${what} ${name}`, value: times.scan - base, unit: 'ms', ratio: times.scan / base, against: `${name}, ${base.toFixed(0)} ms`, budget: `≤ ${limit} ms`, holds: times.scan - base <= limit,
      });
      return [beyond('`cli --version`', times.version), beyond('`node -e 0`', times.node)];
    });
  },
};
