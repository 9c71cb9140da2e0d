import { coldFigures } from '../coldFigures.ts';
import { atOtherSize } from '../figure.ts';
import { generatedHistory } from '../history/generated.ts';
import type { BenchRow } from '../row.ts';

const commits = 8000;

/** A few thousand commits of five people with merges and squashes, all of them since the logs begin. */
export const coldScan: BenchRow = {
  name: 'cold-scan',
  measure: async (bench) => {
    const size = Math.round(commits * bench.scale);
    const target = await generatedHistory({ commits: size, days: 365, logDays: 365, files: 300 }, bench.say);
    const figures = await coldFigures(bench, target, `${size.toLocaleString('en')} generated commits`);
    return bench.scale === 1 ? figures : figures.map((figure) => atOtherSize(figure, `${size} of ${commits} commits`));
  },
};
