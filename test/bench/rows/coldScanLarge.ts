import { coldFigures } from '../coldFigures.ts';
import { atOtherSize, missing } from '../figure.ts';
import { largeClone } from '../history/largeClone.ts';
import type { BenchRow } from '../row.ts';

const least = 40_000;

/** A real large repository from (almost) its first commit on. */
export const coldScanLarge: BenchRow = {
  name: 'large-repository',
  measure: async (bench) => {
    const source = process.env['AINV_BENCH_REPO'];
    if (source === undefined) {
      const why = 'name a repository with at least 40,000 commits by AINV_BENCH_REPO';
      return [missing('cold scan, a large repository', 'ms', '≤ 1.5 ×', why), missing('peak memory of that scan, a large repository', 'MB', '≤ 300 MB', why)];
    }
    const target = await largeClone(source, bench.say);
    const figures = await coldFigures(bench, target, `${target.commits.toLocaleString('en')} real commits`);
    return target.commits >= least ? figures : figures.map((figure) => atOtherSize(figure, `fewer than ${least.toLocaleString('en')} commits`));
  },
};
