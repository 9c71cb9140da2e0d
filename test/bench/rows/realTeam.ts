import { compared, limited, missing } from '../figure.ts';
import { recordScan, replay } from '../gitCommands.ts';
import { noRealTeam, realTeam as teamData } from '../history/realTeam.ts';
import { interleaved, median, timed } from '../pairs.ts';
import type { BenchRow } from '../row.ts';
import { coldScan, stepTime } from '../scanTarget.ts';
import type { ScanRun } from '../scanTarget.ts';

const [scanName, memoryName, historyName] = ['cold scan, real team, seven homes', 'peak memory of that scan, real team', 'its history without its logs, real team'];

/** All homes of the real team (150 MB of logs) and their project, in one scan. */
export const realTeam: BenchRow = {
  name: 'real-team',
  measure: async (bench) => {
    const target = await teamData(bench.say);
    if (target === null) return [missing(scanName, 'ms', '≤ 3,000 ms', noRealTeam), missing(memoryName, 'MB', '≤ 300 MB', noRealTeam), missing(historyName, 'ms', '≤ 1.5 ×', noRealTeam)];
    const cli = bench.cli().file;
    const recorded = await recordScan(cli, target);
    try {
      const runs: ScanRun[] = [];
      const times = await interleaved(bench.pairs, {
        scan: async () => {
          runs.push(await coldScan(cli, target, true));
          return runs.at(-1)!.ms;
        },
        git: () => timed(() => replay(recorded.commands, target)),
      });
      const reading = median(runs.map(({ summary }) => stepTime(summary, (name) => name === 'Agent logs')));
      const peak = Math.max(...runs.map(({ peakMb }) => peakMb!));
      return [
        limited({ name: scanName, value: times.scan, unit: 'ms', limit: 3000, note: `${reading.toFixed(0)} ms of it are the agents' logs` }),
        limited({ name: memoryName, value: peak, unit: 'MB', limit: 300 }),
        compared({ name: historyName, value: times.scan - reading, unit: 'ms', base: times.git, against: `its ${recorded.commands.length} history commands to /dev/null, ${times.git.toFixed(0)} ms`, limit: 1.5 }),
      ];
    } finally {
      recorded.remove();
    }
  },
};
