import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type BuiltCli, buildCli } from './builtCli.ts';
import type { Figure } from './figure.ts';
import { rows } from './registry.ts';
import { figureTable } from './figureTable.ts';

/**
 * `npm run bench [-- --json] [-- --only NAME] [-- --pairs N] [-- --scale N]`: the budgets of the design, measured.
 *
 *     --only NAME    rows whose name contains this
 *     --pairs N      how often each pair is measured (A B A B …, median); 3 by default
 *     --scale N      generated data of N times the size, such as 0.05; shows that the bench works, not that a budget holds
 *
 *     AINV_BENCH_REPO=DIR   a repository with at least 40,000 commits, for the rows that want a real large one
 */
export interface Bench {
  readonly pairs: number;
  readonly scale: number;
  /** The production bundle, built once by esbuild.js. */
  readonly cli: () => BuiltCli;
  /** Says on stderr what is being done, since some of it takes minutes. */
  readonly say: (text: string) => void;
}

function benchOf(pairs: number, scale: number): Bench {
  let built: BuiltCli | null = null;
  return { pairs, scale, cli: () => (built ??= buildCli()), say: (text) => process.stderr.write(`  ${text}\n`) };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' }, pairs: { type: 'string', default: '3' }, scale: { type: 'string', default: '1' } },
  });
  const chosen = rows.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) {
    process.stderr.write(`No row is named ${values.only}. There are ${rows.map(({ name }) => name).join(', ')}.\n`);
    return 2;
  }
  const bench = benchOf(Math.max(1, Number(values.pairs)), Number(values.scale));
  const figures = [];
  for (const row of chosen) {
    const started = performance.now();
    process.stderr.write(`${row.name} (load ${loadavg()[0]!.toFixed(1)})\n`);
    const measured = await row.measure(bench);
    figures.push(...measured);
    if (values.json) process.stdout.write(measured.map((figure) => `${JSON.stringify(inOrder(figure))}\n`).join(''));
    bench.say(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  if (!values.json) process.stdout.write(figureTable(figures));
  return figures.some(({ holds }) => holds === false) ? 1 : 0;
}

function inOrder({ name, value, unit, ratio, against, budget, holds, ...further }: Figure): Figure {
  return { name, value, unit, ratio, against, budget, holds, ...further };
}

if (import.meta.main) process.exitCode = await main();
