import type { Bench } from './bench.ts';
import { compared, limited } from './figure.ts';
import type { Figure } from './figure.ts';
import { recordScan, replay } from './gitCommands.ts';
import { interleaved, median, timed } from './pairs.ts';
import { coldScan, stepTime } from './scanTarget.ts';
import type { ScanRun, ScanTarget } from './scanTarget.ts';

/** A cold scan against the history commands it runs itself, and its peak memory. */
export async function coldFigures(bench: Bench, target: ScanTarget, what: string): Promise<Figure[]> {
  const cli = bench.cli().file;
  bench.say(`${what}: writing down its git commands`);
  const recorded = await recordScan(cli, target);
  try {
    const { commands } = recorded;
    const runs: ScanRun[] = [];
    const times = await interleaved(bench.pairs, {
      scan: async () => {
        runs.push(await coldScan(cli, target, true));
        return runs.at(-1)!.ms;
      },
      git: () => timed(() => replay(commands, target)),
    });
    const { commitsRead, lines } = runs[0]!.summary;
    bench.say(`${what}: ${commitsRead} commits read, ${lines.written} AI lines, ${lines.alive} of them alive`);
    const logs = median(runs.map(({ summary }) => stepTime(summary, (name) => name === 'Agent logs')));
    const peak = Math.max(...runs.map(({ peakMb }) => peakMb!));
    const against = `its ${commands.length} history commands to /dev/null, ${times.git.toFixed(0)} ms`;
    return [
      compared({ name: `cold scan, ${what}`, value: times.scan, unit: 'ms', base: times.git, against, limit: 1.5, note: `of it ${logs.toFixed(0)} ms are the agents' logs` }),
      limited({ name: `peak memory of that scan, ${what}`, value: peak, unit: 'MB', limit: 300 }),
    ];
  } finally {
    recorded.remove();
  }
}
