import { join } from 'node:path';
import { runNode } from '../child.ts';
import type { BenchRow } from '../row.ts';

const worker = join(import.meta.dirname, '../watchLogs.ts');
const limit = 0.1;

interface Watched {
  readonly cpu: number;
  readonly seconds: number;
  readonly watched: number;
  readonly noticed: number;
}

/**
 * What watching 2,000 logs costs while none of them changes, in a process of its own: our part, with Node's watcher
 * in place of VS Code's, whose own process watches by the same system calls.
 */
export const idleWatch: BenchRow = {
  name: 'idle-watch',
  measure: async (bench) => {
    const files = Math.max(8, Math.round(2000 * bench.scale));
    const seconds = Math.max(2, Math.round(60 * Math.min(1, bench.scale)));
    bench.say(`watching ${files} logs for ${seconds} s`);
    const { output } = await runNode([worker, String(files), String(seconds)], { env: process.env });
    const { cpu, seconds: during, watched, noticed } = JSON.parse(output) as Watched;
    if (noticed < 4) throw new Error(`Of four changed logs ${noticed} were noticed.`);
    const share = cpu / during / 10;
    return [{
      name: `watching ${files} idle logs, processor time`, value: cpu, unit: 'ms', ratio: null, against: null, budget: `≤ ${limit} % of a core`, holds: share <= limit,
      note: `${share.toFixed(3)} % of a core over ${during.toFixed(0)} s, ${watched} folders`,
    }];
  },
};
