import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { atOtherSize, limited } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { generatedHistory } from '../history/generated.ts';
import type { GeneratedHistory } from '../history/generated.ts';
import { interleaved, median } from '../pairs.ts';
import type { BenchRow } from '../row.ts';
import { coldScan, scan, startUp, withLedger } from '../scanTarget.ts';

const commits = 200_000;

/** Logs of 90 days in a repository of eight years: the first scan after install, and the one after the next commit. */
export const youngInOld: BenchRow = {
  name: 'first-90-days',
  measure: async (bench) => {
    const size = Math.round(commits * bench.scale);
    const target = await generatedHistory({ commits: size, days: 8 * 365, logDays: 90, files: 2000 }, bench.say);
    const cli = bench.cli().file;
    const first = [];
    for (let round = 0; round < bench.pairs; round++) first.push(await coldScan(cli, target));
    const next = await nextScan(cli, target, bench.pairs);
    const figures: Figure[] = [
      limited({ name: `first scan, 90 days of ${size.toLocaleString('en')} commits`, value: median(first.map(({ ms }) => ms)), unit: 'ms', limit: 5000, note: `${first[0]!.summary.commitsRead} commits read` }),
      { name: 'scan after one commit there, beyond `cli --version`', value: next.scan - next.version, unit: 'ms', ratio: next.scan / next.version, against: `\`cli --version\`, ${next.version.toFixed(0)} ms`, budget: '≤ 100 ms', holds: next.scan - next.version <= 100 },
    ];
    return bench.scale === 1 ? figures : figures.map((figure) => atOtherSize(figure, `${size} of ${commits} commits`));
  },
};

async function nextScan(cli: string, target: GeneratedHistory, pairs: number): Promise<{ scan: number; version: number }> {
  const repo = gitRepo(target.repo, { open: true });
  const start = repo.id();
  const path = repo.git(['ls-files', '*.ts']).split('\n')[0]!;
  let at = Date.parse(target.asOf);
  try {
    return await withLedger(async (ledger) => {
      await scan(cli, target, ledger);
      return await interleaved(pairs, {
        scan: async () => {
          appendFileSync(join(target.repo, path), `const added${at} = 1;\n`);
          repo.git(['commit', '--quiet', '--all', '--message', 'One more'], { at: (at += 1000) });
          const { ms, summary } = await scan(cli, target, ledger);
          if (summary.commitsRead === 0) throw new Error('The new commit was not read.');
          return ms;
        },
        version: () => startUp(cli, target),
      });
    });
  } finally {
    repo.git(['reset', '--quiet', '--hard', start]);
  }
}
