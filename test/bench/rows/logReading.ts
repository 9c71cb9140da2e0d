import { join } from 'node:path';
import { runNode } from '../child.ts';
import { compared } from '../figure.ts';
import { generatedHistory } from '../history/generated.ts';
import { realTeam } from '../history/realTeam.ts';
import { interleaved, median } from '../pairs.ts';
import type { BenchRow } from '../row.ts';
import { scanEnvironment } from '../scanTarget.ts';

const worker = join(import.meta.dirname, '../readLogs.ts');

/** Reading agent logs with all that is taken out of them, against reading and parsing the same bytes. Each in a process of its own. */
export const logReading: BenchRow = {
  name: 'log-reading',
  measure: async (bench) => {
    const team = await realTeam(bench.say);
    const target = team ?? (await generatedHistory({ commits: 8000, days: 365, logDays: 365, files: 300 }, bench.say));
    const cpu: Record<'extract' | 'parse', number[]> = { extract: [], parse: [] };
    const run = async (how: 'extract' | 'parse'): Promise<{ ms: number; bytes: number }> => {
      const took = JSON.parse((await runNode([worker, how, target.repo, ...target.homes], { env: scanEnvironment(target) })).output) as { ms: number; cpu: number; bytes: number };
      cpu[how].push(took.cpu);
      return took;
    };
    const [extracted, parsed] = [await run('extract'), await run('parse')];
    if (extracted.bytes !== parsed.bytes) throw new Error(`Not the same bytes: ${extracted.bytes} and ${parsed.bytes}.`);
    const times = await interleaved(bench.pairs, { extract: async () => (await run('extract')).ms, parse: async () => (await run('parse')).ms });
    const size = `${(parsed.bytes / 1e6).toFixed(0)} MB`;
    const note = `processor time of all threads, with what compiles: ${(median(cpu.extract) / median(cpu.parse)).toFixed(2)} ×`;
    return [compared({ name: `reading agent logs, ${team === null ? 'generated' : 'real team'}, ${size}`, value: times.extract, unit: 'ms', base: times.parse, against: `the same bytes read and parsed, ${times.parse.toFixed(0)} ms`, limit: 1.5, note })];
  },
};
