import type { Bench } from '../bench.ts';
import { atOtherSize } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { generatedHistory } from '../history/generated.ts';
import type { GeneratedHistory } from '../history/generated.ts';
import { interleaved } from '../pairs.ts';
import type { BenchRow } from '../row.ts';
import { coldScan, startUp } from '../scanTarget.ts';

const commits = 2000;
const times = [1, 4, 16] as const;
/** Noise, and caches that a larger history falls out of. */
const tolerance = 1.25;

/** What a changed line costs in a history of 1, 4 and 16 times the length: as much, when the cost is linear in the diff. */
export const growth: BenchRow = {
  name: 'growth',
  measure: async (bench) => {
    const cli = bench.cli().file;
    const targets = new Map<string, GeneratedHistory>();
    for (const factor of times) targets.set(String(factor), await historyOf(bench, factor));
    const measures = Object.fromEntries([...targets].map(([factor, target]) => [factor, async () => (await coldScan(cli, target)).ms - (await startUp(cli, target))]));
    const taken = await interleaved(bench.pairs, measures);
    const perLine = (factor: number): number => (taken[factor]! / targets.get(String(factor))!.changedLines) * 1000;
    const figures = times.map((factor): Figure => {
      const { changedLines } = targets.get(String(factor))!;
      const ratio = perLine(factor) / perLine(1);
      return {
        name: `scan of ${factor} × the history`, value: taken[factor]!, unit: 'ms', ratio, against: `per changed line at 1 ×, ${perLine(1).toFixed(1)} µs`, budget: `≤ ${tolerance} ×`, holds: ratio <= tolerance,
        note: `${changedLines.toLocaleString('en')} lines changed, ${perLine(factor).toFixed(1)} µs each`,
      };
    });
    return bench.scale === 1 ? figures : figures.map((figure) => atOtherSize(figure, `scale ${bench.scale}`));
  },
};

function historyOf(bench: Bench, factor: number): Promise<GeneratedHistory> {
  return generatedHistory({ commits: Math.round(commits * factor * bench.scale), days: 60 * factor, logDays: 60 * factor, files: 300 }, bench.say);
}
