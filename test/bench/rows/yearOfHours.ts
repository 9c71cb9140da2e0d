import { fileURLToPath } from 'node:url';
import { runNode } from '../child.ts';
import { limited } from '../figure.ts';
import type { BenchRow } from '../row.ts';

const runs = 7;

/** Hours of a year, each run in a process of its own. CPU time, and the best of some: whatever else the machine does only adds to it. */
export const yearOfHours: BenchRow = {
  name: 'year-of-hours',
  measure: async () => {
    const took: number[] = [];
    for (let run = 0; run < runs; run++) took.push(Number((await runNode([fileURLToPath(new URL('../yearOfHours.ts', import.meta.url))], { env: process.env })).output));
    return [limited({ name: `hours of a year, all weeks answered, CPU time, best of ${runs}`, value: Math.min(...took), unit: 'ms', limit: 200 })];
  },
};
